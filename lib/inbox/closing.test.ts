import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { alerts, messages, pace, patientPhones, patients } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Blocked, Conflict, Forbidden, Invalid } from "@/lib/errors";
import { claimTexts } from "@/lib/messaging/claim";
import { queueTexts } from "@/lib/messaging/outbox";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { claimThread, takeOverThread } from "./claim";
import { closeThread } from "./closing";
import { conversations } from "./conversation-testing";
import type { Disposition } from "./types";

const t = testDatabase();
const { text, threadOf, eventsOf, waitsOf, colleague } = conversations(t, wednesdayMorning);
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;
let luis: Awaited<ReturnType<typeof t.given.patient>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
  luis = await t.given.patient(clinic.program.id, { name: "Luis Marín", on: clinic.patient.phone });
  await t.db.update(pace).set({ perSecond: 1_000, tokens: 1_000, refilledAt: new Date() });
});

const nurse = () => t.ctxFor(clinic.nurse);
const thread = () => threadOf(clinic.patient.phone.id);

async function waiting(words = "she is not with us any more") {
  await text({ from: clinic.patient.phone, to: clinic.sender }, words);
  return thread();
}

async function close(disposition: Disposition, patientId: string | null = null, ctx = nurse()) {
  const { id: threadId, lastInboundId: seen } = await thread();
  await closeThread(ctx, { threadId, seen, disposition, patientId });
}

async function standingOf(id: string) {
  const [row] = await t.db
    .select({ status: patients.status, reason: patients.statusReason, by: patients.statusBy })
    .from(patients)
    .where(eq(patients.id, id));
  return row;
}

const ownersOf = async (phoneId: string) =>
  (
    await t.db
      .select({ id: patientPhones.patientId })
      .from(patientPhones)
      .where(and(eq(patientPhones.phoneId, phoneId), isNull(patientPhones.validUntil)))
  ).map(({ id }) => id);

/** A campaign's text in line for a patient, and what becomes of it when its turn comes. */
async function inLine(patientId: string) {
  const [queued] = await inTransaction(t.loopCtx(), (tx) =>
    queueTexts(tx, [
      {
        ...{ programId: clinic.program.id, senderId: clinic.sender.id, phoneId: clinic.patient.phone.id },
        ...{ patientId, purpose: "outreach", body: "Valley Care has a message for you." },
      },
    ]),
  );
  return async () => {
    const later = new Date(wednesdayMorning.getTime() + 60_000);
    await inTransaction(t.loopCtx({ now: later }), (tx) =>
      claimTexts(tx, clinic.sender.id, { all: 50, bulk: 50 }),
    );
    const [row] = await t.db
      .select({ state: messages.state, reason: messages.reason })
      .from(messages)
      .where(and(eq(messages.threadId, queued?.threadId ?? ""), eq(messages.id, queued?.messageId ?? "")));
    return row?.reason ?? row?.state;
  };
}

describe("one act for what happened to one patient", () => {
  test.each([
    ["deceased", { status: "deceased", reason: "death" }, "deceased"],
    ["loss", { status: "hold", reason: "loss" }, "held"],
  ] as const)(
    "%s holds all outreach to the one who was chosen, in the same act",
    async (how, standing, reason) => {
      const asked = await waiting();
      const [hers, his] = [await inLine(clinic.patient.id), await inLine(luis.id)];
      await expect(close(how)).rejects.toThrow(Invalid);
      expect((await thread()).closedAt).toBeNull();

      await close(how, clinic.patient.id);
      expect(await standingOf(clinic.patient.id)).toEqual({ ...standing, by: clinic.nurse.id });
      expect(await standingOf(luis.id)).toMatchObject({ status: "active" });
      expect(await hers()).toBe(reason);
      expect(await his()).toBe("sending");
      expect(await ownersOf(clinic.patient.phone.id)).toHaveLength(2);
      expect(await waitsOf(asked.id)).toMatchObject([{ ending: "closed", endedBy: clinic.nurse.id }]);
      expect((await eventsOf(asked.id)).at(-1)).toMatchObject({
        kind: "closed",
        details: { disposition: how },
      });
      expect(await t.auditOf("patient.held")).toContainEqual(
        expect.objectContaining({ actorId: clinic.nurse.id, programId: clinic.program.id }),
      );
    },
  );

  test("wrong number ends her link and nobody else's, and what was in line for her does not go", async () => {
    await waiting("Rosa has another number now");
    const [hers, his] = [await inLine(clinic.patient.id), await inLine(luis.id)];
    await close("wrong_number", clinic.patient.id);
    expect(await ownersOf(clinic.patient.phone.id)).toEqual([luis.id]);
    expect(await hers()).toBe("wrong_number");
    expect(await his()).toBe("sending");
    expect(await standingOf(clinic.patient.id)).toMatchObject({ status: "active" });
  });

  test("what is so already stays, and the conversation closes", async () => {
    await waiting();
    await close("deceased", clinic.patient.id);
    await waiting("one more thing");
    await close("loss", clinic.patient.id);
    expect(await standingOf(clinic.patient.id)).toMatchObject({ status: "deceased" });
    expect(await thread()).toMatchObject({ disposition: "loss" });
  });

  test("reaches nobody of another program on the same phone, and does not say that there is one", async () => {
    const elsewhere = await t.given.clinic();
    const hidden = await t.given.patient(elsewhere.program.id, {
      name: "Someone Else",
      on: clinic.patient.phone,
    });
    await waiting();
    const refusal = await close("deceased", hidden.id).catch(String);
    expect(refusal).toContain("Choose whom this is about");
    expect(refusal).not.toContain("Someone");
    expect(await standingOf(hidden.id)).toMatchObject({ status: "active" });
    await close("deceased", luis.id);
    expect(await standingOf(hidden.id)).toMatchObject({ status: "active" });
    expect(await ownersOf(clinic.patient.phone.id)).toContain(hidden.id);
  });

  test("moved says so and changes no record", async () => {
    await waiting("we live in Ohio now");
    await close("moved");
    expect(await thread()).toMatchObject({ disposition: "moved" });
    expect(await standingOf(clinic.patient.id)).toMatchObject({ status: "active" });
  });
});

describe("an open emergency", () => {
  async function emergency() {
    const { id: threadId } = await waiting("please call me");
    await t.db.insert(alerts).values({
      ...{ id: t.given.newId(), threadId, programId: clinic.program.id },
      ...{ raisedAt: wednesdayMorning, escalatesAt: wednesdayMorning },
    });
    return threadId;
  }
  const alertOf = async (threadId: string) =>
    (await t.db.select().from(alerts).where(eq(alerts.threadId, threadId)))[0];

  test("closes only once it is acknowledged, with what became of it, and ends with that", async () => {
    const threadId = await emergency();
    await expect(close("escalated")).rejects.toThrow(Blocked);
    await t.db
      .update(alerts)
      .set({ acknowledgedAt: wednesdayMorning, acknowledgedBy: clinic.nurse.id })
      .where(eq(alerts.threadId, threadId));
    await expect(close("no_reply_needed")).rejects.toThrow("This is an emergency");
    expect(await alertOf(threadId)).toMatchObject({ endedAt: null });

    await close("escalated");
    expect(await alertOf(threadId)).toMatchObject({ endedAt: wednesdayMorning });
    expect(await t.feedOf("alert.changed")).toContainEqual({ programId: clinic.program.id, threadId });
    expect(await thread()).toMatchObject({ priority: 2, disposition: "escalated" });
  });
});

test("what a colleague holds is hers to close", async () => {
  const { id: threadId } = await waiting();
  const dana = await colleague(clinic.program.id);
  await claimThread(t.ctxFor(dana), { threadId });
  await expect(close("answered")).rejects.toThrow(dana.name);
  await takeOverThread(nurse(), { threadId, reason: "She went home" });
  await close("answered");
  expect(await thread()).toMatchObject({ disposition: "answered", claimedBy: null });
});

test("of two who close at once one does, and its ending stands", async () => {
  await waiting();
  const outcomes = await Promise.allSettled([close("answered"), close("answered")]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [lost] = outcomes.filter((outcome) => outcome.status === "rejected");
  expect(lost?.reason).toBeInstanceOf(Conflict);
});

test("a manager may not", async () => {
  await waiting();
  await expect(close("deceased", clinic.patient.id, t.ctxFor(clinic.manager))).rejects.toThrow(Forbidden);
  expect(await standingOf(clinic.patient.id)).toMatchObject({ status: "active" });
});
