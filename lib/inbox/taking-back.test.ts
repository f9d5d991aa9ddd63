import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import {
  attempts,
  carrierEvents,
  drafts,
  messages,
  outbox,
  programMembers,
  threadEvents,
  threads,
  waits,
} from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { claimTexts } from "@/lib/messaging/claim";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { fileInboundTexts } from "./arrival";
import { closeThread } from "./closing";
import { loadDraft, saveDraft } from "./draft";
import { replyToThread } from "./reply";
import { takeBackReply } from "./taking-back";

const t = testDatabase();
type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;
let clinic: Clinic;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const after = (seconds: number) => new Date(wednesdayMorning.getTime() + seconds * 1_000);
const nurse = (now = wednesdayMorning) => t.ctxFor(clinic.nurse, { now });
const room = { all: 100, bulk: 100 };

async function textFrom(from: string, text: string, now = wednesdayMorning) {
  const carrierId = randomUUID();
  const to = clinic.sender.number.slice(1);
  const payload = { channel: "sms", message_uuid: carrierId, from: from.slice(1), to, text };
  await t.db.insert(carrierEvents).values({
    ...{ carrierId, kind: "inbound" as const, status: "", id: t.given.newId(), receivedAt: now },
    payload: seal("carrier_events.payload", `${carrierId}:inbound:`, JSON.stringify(payload)),
  });
  while ((await fileInboundTexts(t.loopCtx({ now }))) > 0);
}
async function waiting(text = "please call me") {
  await textFrom(clinic.patient.phone.e164, text);
  return thread();
}
async function thread() {
  const [row] = await t.db.select().from(threads).where(eq(threads.phoneId, clinic.patient.phone.id));
  if (!row) throw new Error("There is no thread.");
  return row;
}
const replyTo = async (more: Partial<Parameters<typeof replyToThread>[1]> = {}, ctx = nurse()) => {
  const { id, lastInboundId } = await thread();
  const input = { threadId: id, key: randomUUID(), body: "We will call at 3.", patientId: null };
  const taken = await replyToThread(ctx, { ...input, seen: lastInboundId, ...more });
  return { threadId: id, messageId: taken.messageId, taken };
};
const stateOf = async ({ messageId }: { messageId: string }) => {
  const [row] = await t.db
    .select({ state: messages.state, reason: messages.reason })
    .from(messages)
    .where(eq(messages.id, messageId));
  return row;
};
const send = (now: Date) => inTransaction(t.loopCtx({ now }), (tx) => claimTexts(tx, clinic.sender.id, room));
const eventsOf = async (threadId: string) =>
  (await t.db.select().from(threadEvents).where(eq(threadEvents.threadId, threadId)))
    .map(({ kind, userId }) => ({ kind, userId }))
    .filter(({ kind }) => kind !== "claimed");

test("a reply waits five seconds, and an emergency's leaves at once", async () => {
  await waiting();
  const { taken } = await replyTo();
  expect(taken).toMatchObject({ dueAt: after(5).toISOString(), heldFor: 5_000 });
  expect((await send(after(4.9))).claimed).toEqual([]);
  expect((await send(after(5))).claimed).toHaveLength(1);

  await t.db
    .update(threads)
    .set({ priority: 0 })
    .where(eq(threads.id, (await thread()).id));
  expect((await replyTo()).taken.heldFor).toBe(0);
  expect((await send(wednesdayMorning)).claimed).toHaveLength(1);
});

test("taken back it never leaves: the wait goes on, the words are a draft again, and it is on record", async () => {
  const { id: threadId, waitingSince } = await waiting();
  const { messageId } = await replyTo({ patientId: clinic.patient.id });
  expect(await takeBackReply(nurse(after(3)), { threadId, messageId })).toMatchObject({
    ...{ body: "We will call at 3.", patientId: clinic.patient.id },
  });

  expect(await stateOf({ messageId })).toEqual({ state: "cancelled", reason: "taken_back" });
  expect(await t.db.select().from(outbox).where(eq(outbox.messageId, messageId))).toEqual([]);
  expect((await send(after(10))).claimed).toEqual([]);
  expect((await thread()).waitingSince).toEqual(waitingSince);
  expect(await t.db.select().from(waits).where(eq(waits.threadId, threadId))).toMatchObject([
    { since: waitingSince, endedAt: null, endedBy: null, ending: null, replyId: null },
  ]);
  expect(await loadDraft(nurse(), threadId)).toMatchObject({ body: "We will call at 3." });
  expect(await eventsOf(threadId)).toEqual([{ kind: "taken_back", userId: clinic.nurse.id }]);
  expect(await t.auditOf("message.taken-back")).toContainEqual({
    ...{ actorId: clinic.nurse.id, programId: clinic.program.id },
    details: { threadId, messageId, reason: "taken_back" },
  });
  expect(await t.feedOf("message.changed")).toContainEqual({ programId: clinic.program.id, threadId });

  const again = await replyTo();
  expect((await send(after(20))).claimed.map((text) => text.messageId)).toEqual([again.messageId]);
});

test("what was begun meanwhile stands below the words that come back", async () => {
  const { id: threadId } = await waiting();
  const reply = await replyTo();
  await saveDraft(nurse(), { threadId, body: "And bring the card.", patientId: null, base: null });
  await takeBackReply(nurse(), reply);
  expect((await loadDraft(nurse(), threadId))?.body).toBe("We will call at 3.\n\nAnd bring the card.");
});

test("sent and closed in one act, it is taken back in one", async () => {
  const { waitingSince } = await waiting();
  const reply = await replyTo({ close: "answered" });
  expect(await thread()).toMatchObject({ disposition: "answered", claimedBy: null, waitingSince: null });
  await takeBackReply(nurse(), reply);
  expect(await thread()).toMatchObject({ closedAt: null, disposition: null, waitingSince });
});

test("what somebody closed for another reason meanwhile stays closed", async () => {
  const { id: threadId, lastInboundId } = await waiting();
  const reply = await replyTo();
  await closeThread(nurse(), { threadId, seen: lastInboundId, disposition: "no_reply_needed" });
  await takeBackReply(nurse(), reply);
  expect(await thread()).toMatchObject({ disposition: "no_reply_needed", waitingSince: null });
});

test("a newer text refuses reply and closing together", async () => {
  const { id, lastInboundId: seen } = await waiting();
  await textFrom(clinic.patient.phone.e164, "my chest hurts");
  await expect(replyTo({ seen, close: "answered" })).rejects.toThrow("newer text");
  expect(await thread()).toMatchObject({ id, closedAt: null, waitingSince: wednesdayMorning });
});

test("a newer text stops a reply that has not begun to leave, and its writer has the words", async () => {
  const { id: threadId, waitingSince } = await waiting();
  const reply = await replyTo();
  await textFrom(clinic.patient.phone.e164, "one more thing", after(4));
  expect(await stateOf(reply)).toEqual({ state: "cancelled", reason: "newer_text" });
  expect((await send(after(10))).claimed).toEqual([]);
  expect((await thread()).waitingSince).toEqual(waitingSince);
  expect(await t.db.select().from(waits).where(eq(waits.threadId, threadId))).toHaveLength(1);
  expect(await loadDraft(nurse(), threadId)).toMatchObject({ body: "We will call at 3." });
  expect(await eventsOf(threadId)).toEqual([{ kind: "reply_stopped", userId: null }]);
  expect(await t.auditOf("message.taken-back")).toContainEqual({
    ...{ actorId: null, programId: clinic.program.id },
    details: { threadId, messageId: reply.messageId, reason: "newer_text" },
  });
});

test("one whose time has come goes in spite of a newer text, and STOP holds it back as such", async () => {
  await waiting();
  const due = await replyTo();
  await textFrom(clinic.patient.phone.e164, "one more thing", after(5));
  expect(await stateOf(due)).toMatchObject({ state: "queued" });
  await send(after(5));

  const held = await replyTo({}, nurse(after(6)));
  await textFrom(clinic.patient.phone.e164, "STOP", after(7));
  await send(after(12));
  expect(await stateOf(held)).toEqual({ state: "suppressed", reason: "stopped" });
  await expect(takeBackReply(nurse(after(13)), held)).rejects.toThrow(Conflict);
});

test("outside texting hours a reply waits for them when asked to, and can be taken back until then", async () => {
  await waiting();
  // 8 am in New York, where the program is and area 100 lies, and in the phone's own zone is at the latest 14:00 UTC.
  const night = new Date("2026-03-05T05:00:00Z");
  const { taken, ...reply } = await replyTo({ inTheirHours: true }, nurse(night));
  const dueAt = new Date(taken.dueAt);
  expect(dueAt.getTime()).toBeGreaterThanOrEqual(Date.parse("2026-03-05T13:00:00Z"));
  expect(dueAt.getTime()).toBeLessThanOrEqual(Date.parse("2026-03-05T16:00:00Z"));
  expect((await send(new Date(dueAt.getTime() - 1))).claimed).toEqual([]);
  await takeBackReply(nurse(new Date(dueAt.getTime() - 1)), reply);
  expect(await stateOf(reply)).toMatchObject({ state: "cancelled" });
});

test("of the loop that sends and the nurse who takes back, exactly one has the text", async () => {
  for (let round = 0; round < 12; round++) {
    clinic = await t.given.clinic();
    await waiting();
    const reply = await replyTo();
    const [taken] = await Promise.allSettled([
      takeBackReply(nurse(after(5)), reply),
      send(after(5)),
      send(after(5)),
    ]);
    const state = (await stateOf(reply))?.state;
    const calls = await t.db.select().from(attempts).where(eq(attempts.messageId, reply.messageId));
    expect([taken.status, state, calls.length]).toEqual(
      taken.status === "fulfilled" ? ["fulfilled", "cancelled", 0] : ["rejected", "sending", 1],
    );
  }
});

test("a colleague may take it back, and the words are its writer's", async () => {
  const colleague = await t.given.user("nurse");
  const { id: programId } = clinic.program;
  await t.db.insert(programMembers).values({ programId, userId: colleague.id, addedAt: new Date() });
  const { id: threadId } = await waiting();
  const reply = await replyTo();
  expect(await takeBackReply(t.ctxFor(colleague), reply)).toBeNull();
  const kept = await t.db.select().from(drafts).where(eq(drafts.threadId, threadId));
  expect(kept.map(({ userId }) => userId)).toEqual([clinic.nurse.id]);
});

test("another's newer answer refuses a reply until it was seen", async () => {
  const colleague = await t.given.user("nurse");
  const { id: programId } = clinic.program;
  await t.db.insert(programMembers).values({ programId, userId: colleague.id, addedAt: new Date() });
  await waiting();
  const { messageId } = await replyTo({ close: "answered" }, t.ctxFor(colleague));
  await expect(replyTo()).rejects.toThrow("Somebody else has answered");
  await replyTo({ seenReply: messageId });
});

test("neither what has left, nor what is elsewhere, nor for a manager", async () => {
  await waiting();
  const reply = await replyTo();
  await send(after(5));
  await expect(takeBackReply(nurse(after(6)), reply)).rejects.toThrow(Conflict);
  await expect(takeBackReply(t.ctxFor(clinic.manager), reply)).rejects.toThrow(Forbidden);
  const stranger = t.ctxFor(await t.given.user("nurse"));
  await expect(takeBackReply(stranger, reply)).rejects.toThrow(NotFound);
  const [inbound] = await t.db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.threadId, reply.threadId), eq(messages.direction, "in")));
  await expect(
    takeBackReply(nurse(), { threadId: reply.threadId, messageId: inbound?.id ?? "" }),
  ).rejects.toThrow(NotFound);
});
