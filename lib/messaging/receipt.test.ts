import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { attempts, carrierAccount, carrierEvents, messages, outbox, pace, phones, stops } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { claimTexts } from "./claim";
import { queueTexts } from "./outbox";
import { fileReceipts } from "./receipt";
import { settleAttempts } from "./settlement";

const t = testDatabase();
type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;
let clinic: Clinic;

beforeEach(async () => {
  await t.db.update(pace).set({ perSecond: 100_000, tokens: 100_000 }).where(eq(pace.key, "account"));
  await t.db.update(carrierAccount).set({ stoppedAt: null, stopReason: null });
  clinic = await t.given.clinic();
});

const minutesLater = (minutes: number) => new Date(wednesdayMorning.getTime() + minutes * 60_000);

async function claim(now = wednesdayMorning) {
  const ctx = t.loopCtx({ now });
  return (await inTransaction(ctx, (tx) => claimTexts(tx, clinic.sender.id, { all: 500, bulk: 500 })))
    .claimed;
}

/** `count` texts that the carrier accepted. */
async function sent(count = 1) {
  const patients = [clinic.patient];
  while (patients.length < count) patients.push(await t.given.patient(clinic.program.id));
  await inTransaction(t.loopCtx(), (tx) =>
    queueTexts(
      tx,
      patients.map((patient) => ({
        programId: clinic.program.id,
        senderId: clinic.sender.id,
        phoneId: patient.phone.id,
        patientId: patient.id,
        purpose: "outreach" as const,
        body: "Valley Care",
      })),
    ),
  );
  return accepted(await claim());
}

async function accepted(claimed: Awaited<ReturnType<typeof claim>>) {
  const texts = claimed.map(({ attemptId, messageId, threadId }) => ({
    ...{ attemptId, messageId, threadId },
    carrierId: randomUUID(),
  }));
  await settleAttempts(
    t.loopCtx(),
    texts.map(({ carrierId, ...attempt }) => ({
      attempt,
      outcome: { kind: "accepted", carrierId },
      probe: false,
    })),
  );
  return texts;
}
async function sentOne() {
  const [text] = await sent();
  if (!text) throw new Error("nothing was sent");
  return text;
}

/** As the webhook stores it; the carrier's statuses that it does not list are kept as "other". */
async function told(text: { carrierId: string; attemptId?: string }, status: string, code?: string) {
  const { carrierId, attemptId } = text;
  const payload = {
    channel: "sms",
    message_uuid: carrierId,
    status,
    ...(attemptId && { client_ref: attemptId }),
    ...(code && { error: { title: code } }),
  };
  await t.db.insert(carrierEvents).values({
    ...{ carrierId, status, kind: "status" as const, id: t.given.newId(), receivedAt: wednesdayMorning },
    payload: seal("carrier_events.payload", `${carrierId}:status:${status}`, JSON.stringify(payload)),
  });
}
async function file(now = wednesdayMorning) {
  while ((await fileReceipts(t.loopCtx({ now }))) > 0);
}
const stateOf = async ({ messageId }: { messageId: string }) =>
  (
    await t.db
      .select({ state: messages.state, reason: messages.reason })
      .from(messages)
      .where(eq(messages.id, messageId))
  )[0];
const inLine = (messageId: string) => t.db.$count(outbox, eq(outbox.messageId, messageId));
const phoneOf = async (id: string) =>
  (
    await t.db
      .select({ stopped: phones.stoppedAt, notTextable: phones.notTextable })
      .from(phones)
      .where(eq(phones.id, id))
  )[0];

const statuses = ["submitted", "delivered", "rejected", "undeliverable"];
const orders = statuses.flatMap((a) =>
  statuses.flatMap((b) =>
    statuses.flatMap((c) =>
      statuses.flatMap((d) => (new Set([a, b, c, d]).size === 4 ? [[a, b, c, d]] : [])),
    ),
  ),
);

test.each(["together", "one by one"])(
  "all 24 orders of the statuses end as delivered, filed %s",
  async (how) => {
    expect(orders).toHaveLength(24);
    const texts = await sent(24);
    for (const step of [0, 1, 2, 3]) {
      for (const [i, text] of texts.entries()) await told(text, orders[i]?.[step] ?? "", undefined);
      if (how === "one by one") await file();
    }
    await file();
    const states = await t.db
      .select({ state: messages.state })
      .from(messages)
      .where(
        inArray(
          messages.id,
          texts.map((text) => text.messageId),
        ),
      );
    expect(states.map((row) => row.state)).toEqual(Array(24).fill("delivered"));
  },
);

test("four workers file a thousand receipts once each, and none waits for another for long", async () => {
  const texts = await sent(250);
  for (const text of texts) for (const status of statuses) await told(text, status);
  await Promise.all([file(), file(), file(), file()]);
  const wrong = await t.db.$count(
    messages,
    and(eq(messages.direction, "out"), eq(messages.state, "submitted")),
  );
  expect(wrong).toBe(0);
  expect(await t.db.$count(carrierEvents, eq(carrierEvents.tries, 1))).toBeGreaterThanOrEqual(1_000);
}, 60_000);

test("without our reference, a receipt is known by the carrier's id", async () => {
  const text = await sentOne();
  await told({ carrierId: text.carrierId }, "delivered");
  await file();
  expect(await stateOf(text)).toMatchObject({ state: "delivered" });
});

test("a status that nobody knows is kept, marked, and changes nothing", async () => {
  const text = await sentOne();
  await told(text, "other");
  await file();
  const [row] = await t.db
    .select({ problem: carrierEvents.problem })
    .from(carrierEvents)
    .where(eq(carrierEvents.carrierId, text.carrierId));
  expect(row?.problem).toBe("unknown_status");
  expect(await stateOf(text)).toMatchObject({ state: "submitted" });
});

test("what was refused for a passing reason goes back to the line; only its arrival takes it out", async () => {
  const text = await sentOne();
  await told(text, "rejected", "1000");
  await file();
  expect(await stateOf(text)).toEqual({ state: "queued", reason: null });
  await told(text, "submitted");
  await told(text, "undeliverable");
  await file();
  expect(await stateOf(text)).toMatchObject({ state: "queued" });
  expect(await inLine(text.messageId)).toBe(1);
  await told(text, "delivered");
  await file();
  expect(await stateOf(text)).toMatchObject({ state: "delivered" });
  expect(await inLine(text.messageId)).toBe(0);
});

test("a refusal of an earlier attempt says nothing of the later one", async () => {
  const first = await sentOne();
  await told(first, "rejected", "1000");
  await file();
  const [second] = await accepted(await claim(minutesLater(1)));
  expect(second?.messageId).toBe(first.messageId);
  await told(first, "undeliverable", "1300");
  await file(minutesLater(2));
  expect(await stateOf(first)).toMatchObject({ state: "submitted" });
});

test("five attempts at most; then it stays refused, with the carrier's code", async () => {
  let text = await sentOne();
  for (let attempt = 1; attempt < 5; attempt += 1) {
    await told(text, "rejected", "1000");
    await file(minutesLater(attempt));
    const [again] = await accepted(await claim(minutesLater(attempt + 1)));
    if (!again) throw new Error("It was not tried again.");
    text = again;
  }
  await told(text, "rejected", "1000");
  await file(minutesLater(10));
  expect(await stateOf(text)).toEqual({ state: "rejected", reason: "carrier 1000" });
  expect(await t.db.$count(attempts, eq(attempts.messageId, text.messageId))).toBe(5);
});

test("undeliverable is never tried again: it may still arrive", async () => {
  const text = await sentOne();
  await told(text, "undeliverable", "1000");
  await file();
  expect(await stateOf(text)).toEqual({ state: "undeliverable", reason: "carrier 1000" });
  expect(await inLine(text.messageId)).toBe(0);
});

test("a number that the carrier calls bad gets no more outreach, unless the text arrived after all", async () => {
  const text = await sentOne();
  await told(text, "rejected", "1300");
  await file();
  expect(await phoneOf(clinic.patient.phone.id)).toEqual({
    stopped: null,
    notTextable: "refused_by_carrier",
  });

  clinic = await t.given.clinic();
  const arrived = await sentOne();
  await told(arrived, "rejected", "1300");
  await told(arrived, "delivered");
  await file();
  expect(await phoneOf(clinic.patient.phone.id)).toMatchObject({ notTextable: null });
});

test("an opt-out at the carrier stops the number once, whatever else is told", async () => {
  const text = await sentOne();
  await told(text, "delivered");
  await told(text, "rejected", "1240");
  await told(text, "undeliverable", "1240");
  await file();
  expect(await phoneOf(clinic.patient.phone.id)).toMatchObject({ stopped: wednesdayMorning });
  expect(await t.db.$count(stops, eq(stops.phoneId, clinic.patient.phone.id))).toBe(1);
});

test("no credit stops the account", async () => {
  const text = await sentOne();
  await told(text, "rejected", "1070");
  await file();
  const [account] = await t.db.select({ stoppedAt: carrierAccount.stoppedAt }).from(carrierAccount);
  expect(account?.stoppedAt).not.toBeNull();
  expect(await stateOf(text)).toMatchObject({ state: "rejected" });
});
