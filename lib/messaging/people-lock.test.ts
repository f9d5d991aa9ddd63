import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { applicationRole, connect } from "@/db/client";
import { messages, pace } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { holdPatient } from "@/lib/patients/hold";
import { mergePatients } from "@/lib/patients/merge";
import { passNumberOn } from "@/lib/patients/reassignment";
import { reportWrongNumber } from "@/lib/patients/wrong-number";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { claimTexts } from "./claim";
import { queueTexts } from "./outbox";
import { recordStop } from "./stop";
import type { Purpose } from "./types";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
  await t.db
    .update(pace)
    .set({ perSecond: 1_000, tokens: 1_000, refilledAt: new Date() })
    .where(eq(pace.key, "account"));
});

async function queued(patient = clinic.patient, purpose: Purpose = "outreach") {
  const [text] = await inTransaction(t.loopCtx(), (tx) =>
    queueTexts(tx, [
      {
        ...{ programId: clinic.program.id, senderId: clinic.sender.id, phoneId: patient.phone.id },
        ...{ patientId: patient.id, purpose, body: "Valley Care has a message for you." },
      },
    ]),
  );
  if (!text) throw new Error("not queued");
  return text;
}

const claim = (tx: Ctx) => claimTexts(tx, clinic.sender.id, { all: 50, bulk: 50 });
const claimAt = async (seconds: number) => {
  const now = new Date(wednesdayMorning.getTime() + seconds * 1_000);
  return (await inTransaction(t.loopCtx({ now }), claim)).claimed.map((text) => text.messageId);
};

async function fateOf({ threadId, messageId }: { threadId: string; messageId: string }) {
  const [row] = await t.db
    .select({ state: messages.state, reason: messages.reason })
    .from(messages)
    .where(and(eq(messages.threadId, threadId), eq(messages.id, messageId)));
  return row?.reason ?? row?.state;
}

/** Until some statement waits for a row lock: the order of the race is then certain. */
async function waitsForLock(): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const rows = await t.db.execute<{ n: number }>(
      "select count(*)::int as n from pg_locks where not granted",
    );
    if ((rows[0]?.n ?? 0) > 0) return;
  }
  throw new Error("Nothing waited.");
}

/** Does it in a transaction of its own, and `meanwhile` before that commits. */
async function whileOpen<T>(change: (tx: Ctx) => Promise<unknown>, meanwhile: () => Promise<T>): Promise<T> {
  const other = connect(t.url, { max: 1, role: applicationRole });
  try {
    return await other.db.transaction(async (db) => {
      await change({ ...t.ctxFor(clinic.nurse), db, joined: true });
      return meanwhile();
    });
  } finally {
    await other.close();
  }
}

const hold = (tx: Ctx) => holdPatient(tx, { patientId: clinic.patient.id, reason: "loss" });
const wrongNumber = (tx: Ctx) =>
  reportWrongNumber(tx, {
    ...{ patientId: clinic.patient.id, phoneId: clinic.patient.phone.id },
    ...{ threadId: null, messageId: null },
  });

describe("a text that the gate is asked about while somebody decides on its patient", () => {
  test.each([
    ["held", hold],
    ["wrong_number", wrongNumber],
  ] as const)("does not start and says why: %s", async (reason, decide) => {
    const text = await queued();
    expect(await whileOpen(decide, () => claimAt(0))).toEqual([]);
    expect(await fateOf(text)).toBe("queued");
    expect(await claimAt(1)).toEqual([]);
    expect(await fateOf(text)).toBe(reason);
  });

  test("does not start when its record is being joined with another", async () => {
    const kept = await t.given.patient(clinic.program.id);
    const text = await queued();
    const join = (tx: Ctx) => mergePatients(tx, { keptId: kept.id, mergedId: clinic.patient.id });
    expect(await whileOpen(join, () => claimAt(0))).toEqual([]);
    expect(await claimAt(1)).toEqual([]);
    expect(await fateOf(text)).toBe("merged");
  });

  test("waits for a number that is passing on, and is refused at once", async () => {
    const text = await queued();
    const claiming = await whileOpen(
      (tx) => passNumberOn(tx, { phoneId: clinic.patient.phone.id }),
      async () => {
        const claimed = claimAt(0);
        await waitsForLock();
        return () => claimed;
      },
    );
    expect(await claiming()).toEqual([]);
    expect(await fateOf(text)).toBe("reassigned");
  });

  test("goes a second later when nothing came of it, and holds up nobody else's", async () => {
    const other = await t.given.patient(clinic.program.id);
    const [text, others] = [await queued(), await queued(other)];
    const undone = new Error("The nurse changed her mind.");
    const open = whileOpen(hold, async () => {
      expect(await claimAt(0)).toEqual([others.messageId]);
      throw undone;
    });
    await expect(open).rejects.toThrow(undone);
    expect(await claimAt(1)).toEqual([text.messageId]);
  });
});

test("a reply goes while somebody decides on its patient", async () => {
  const reply = await queued(clinic.patient, "reply");
  expect(await whileOpen(hold, () => claimAt(0))).toEqual([reply.messageId]);
});

test("what the gate read holds until the start commits: a hold waits for it", async () => {
  const text = await queued();
  const done: string[] = [];
  const holding = await inTransaction(t.loopCtx(), async (tx) => {
    const { claimed } = await claim(tx);
    expect(claimed.map(({ messageId }) => messageId)).toEqual([text.messageId]);
    const waiting = hold(t.ctxFor(clinic.nurse)).then(() => done.push("held"));
    await waitsForLock();
    done.push("started");
    return () => waiting;
  });
  await holding();
  expect(done).toEqual(["started", "held"]);
});

test("of many texts for one patient one goes, and the others wait for it", async () => {
  const texts = await Promise.all(Array.from({ length: 20 }, () => queued()));
  const [first, ...more] = await claimAt(0);
  expect(more).toEqual([]);
  expect(texts.map(({ messageId }) => messageId)).toContain(first);
  expect(await claimAt(1)).toEqual([]);
});

test("a STOP and a hold that come at once end both, without a deadlock", async () => {
  const text = await queued();
  const { phone } = clinic.patient;
  await Promise.all([
    claimAt(0),
    hold(t.ctxFor(clinic.nurse)),
    inTransaction(t.loopCtx(), (tx) =>
      recordStop(tx, { phoneId: phone.id, source: "staff", messageId: null }),
    ),
    passNumberOn(t.ctxFor(clinic.nurse), { phoneId: phone.id }),
    claimAt(0),
  ]);
  await claimAt(1);
  expect(await fateOf(text)).not.toBe("queued");
});
