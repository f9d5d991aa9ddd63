import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import {
  carrierEvents,
  messages,
  patientPhones,
  phones,
  programMembers,
  stopSuggestions,
  stops,
  threads,
} from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Blocked, Conflict, Forbidden, NotFound } from "@/lib/errors";
import { recordStop } from "@/lib/messaging/stop";
import { suggestStop } from "@/lib/messaging/stop-suggestion";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { fileInboundTexts } from "./arrival";
import { closeThread } from "./closing";
import { inboxPage } from "./queries";
import { threadDetail } from "./queries-thread";
import { replyToThread } from "./reply";
import { confirmStop, rejectStop } from "./suggestion";

const t = testDatabase();
type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;
let clinic: Clinic;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const asks = "please stop texting me";
const later = (seconds: number) => new Date(wednesdayMorning.getTime() + seconds * 1_000);
const nurse = (now = wednesdayMorning) => t.ctxFor(clinic.nurse, { now });
const phoneId = () => clinic.patient.phone.id;

/** A text from the patient's phone, stored as the webhook stores it. */
async function store(text: string, { to = clinic.sender.number, now = wednesdayMorning } = {}) {
  const carrierId = randomUUID();
  const from = clinic.patient.phone.e164.slice(1);
  const payload = { channel: "sms", message_uuid: carrierId, from, to: to.replace("+", ""), text };
  await t.db.insert(carrierEvents).values({
    carrierId,
    kind: "inbound",
    status: "",
    id: t.given.newId(),
    receivedAt: now,
    payload: seal("carrier_events.payload", `${carrierId}:inbound:`, JSON.stringify(payload)),
  });
}
async function file(now = wednesdayMorning) {
  while ((await fileInboundTexts(t.loopCtx({ now }))) > 0);
}
async function says(text: string, options: { to?: string; now?: Date } = {}) {
  await store(text, options);
  await file(options.now);
}
/** The newest text of the patient's in the thread with this sender. */
async function lastText(senderId = clinic.sender.id) {
  const [row] = await t.db
    .select({ threadId: threads.id, messageId: threads.lastInboundId })
    .from(threads)
    .where(and(eq(threads.phoneId, phoneId()), eq(threads.senderId, senderId)));
  if (!row?.messageId) throw new Error("No text came.");
  return { threadId: row.threadId, messageId: row.messageId };
}
const suggestions = () =>
  t.db
    .select({ decision: stopSuggestions.decision, by: stopSuggestions.decidedBy })
    .from(stopSuggestions)
    .where(eq(stopSuggestions.phoneId, phoneId()))
    .orderBy(stopSuggestions.messageId);
const stoppedAt = async () =>
  (await t.db.select({ at: phones.stoppedAt }).from(phones).where(eq(phones.id, phoneId())))[0]?.at;
/** Texts that left by themselves for the patient's phone. */
const answers = async () =>
  (
    await t.db
      .select({ purpose: messages.purpose })
      .from(messages)
      .innerJoin(threads, eq(threads.id, messages.threadId))
      .where(and(eq(threads.phoneId, phoneId()), eq(messages.direction, "out")))
      .orderBy(messages.id)
  ).map((row) => row.purpose);
const judged = async ({ messageId }: { messageId: string }) =>
  (
    await t.db
      .select({ rule: messages.judgedRule, version: messages.judgedVersion })
      .from(messages)
      .where(eq(messages.id, messageId))
  )[0];
async function colleague() {
  const user = await t.given.user("nurse");
  await t.db
    .insert(programMembers)
    .values({ programId: clinic.program.id, userId: user.id, addedAt: new Date() });
  return user;
}
const refusals = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));

test("looser wording asks a nurse, and waits like any text; which rule judged it is on the text", async () => {
  await says(asks);
  const text = await lastText();
  expect(await suggestions()).toEqual([{ decision: null, by: null }]);
  expect(await judged(text)).toEqual({ rule: expect.any(String), version: expect.any(String) });
  expect(await stoppedAt()).toBeNull();
  expect(await answers()).toEqual([]);

  const { rows } = await inboxPage(nurse(), "waiting");
  expect(rows.map((row) => [row.preview, row.mayAskToStop])).toEqual([[asks, true]]);
  const thread = await threadDetail(nurse(), text.threadId);
  expect(thread.openSuggestion).toEqual({ messageId: text.messageId, words: asks });
  expect(thread.messages.map((m) => m.suggestion)).toEqual([{ decision: null, by: null }]);
});

test("an ordinary text is judged too, and asks nothing", async () => {
  await says("can I stop by the clinic on Monday?");
  const text = await lastText();
  expect(await suggestions()).toEqual([]);
  expect((await judged(text))?.version).toEqual(expect.any(String));
  expect((await inboxPage(nurse(), "waiting")).rows.map((row) => row.mayAskToStop)).toEqual([false]);
  expect((await threadDetail(nurse(), text.threadId)).openSuggestion).toBeNull();
});

test("confirmed, the number is stopped by that text and the patient gets the one confirmation", async () => {
  await says(asks);
  const text = await lastText();
  await confirmStop(nurse(later(60)), text);
  expect(await stoppedAt()).toEqual(later(60));
  const [stop] = await t.db.select().from(stops).where(eq(stops.phoneId, phoneId()));
  expect(stop).toMatchObject({ source: "wording", messageId: text.messageId });
  expect(await suggestions()).toEqual([{ decision: "stop", by: clinic.nurse.id }]);
  expect(await answers()).toEqual(["stop_confirmation"]);
  expect(await t.auditOf("stop.recorded")).toContainEqual(
    expect.objectContaining({
      actorId: clinic.nurse.id,
      details: { phoneId: phoneId(), source: "wording" },
    }),
  );
  const heard = { programId: clinic.program.id, threadId: text.threadId };
  expect(await t.feedOf("stop.changed")).toContainEqual(heard);
  expect(await t.feedOf("thread.changed")).toContainEqual(heard);
  const thread = await threadDetail(nurse(), text.threadId);
  expect(thread.openSuggestion).toBeNull();
  expect(thread.messages[0]?.suggestion).toEqual({ decision: "stop", by: clinic.nurse.name });

  await says("STOP", { now: later(90) });
  await says("STOP", { now: later(91) });
  expect(await answers()).toEqual(["stop_confirmation"]);
});

test("a confirmation goes to who asked in their own language", async () => {
  clinic = { ...clinic, patient: await t.given.patient(clinic.program.id, { language: "es" }) };
  await says("por favor ya no me manden mensajes");
  const text = await lastText();
  await confirmStop(nurse(), text);
  expect((await threadDetail(nurse(), text.threadId)).messages.at(-1)?.body).toContain("ya no le enviaremos");
});

test("after five minutes a confirmation would come too late; at the fifth it does not", async () => {
  await says(asks);
  await confirmStop(nurse(later(301)), await lastText());
  expect(await stoppedAt()).toEqual(later(301));
  expect(await answers()).toEqual([]);

  clinic = await t.given.clinic();
  await says(asks);
  await confirmStop(nurse(later(300)), await lastText());
  expect(await answers()).toEqual(["stop_confirmation"]);
});

test("where the network confirms stops itself, we do not", async () => {
  const tollFree = await t.given.sender(clinic.program.id, { kind: "toll_free", networkConfirmsStop: true });
  await says(asks, { to: tollFree.number });
  await confirmStop(nurse(), await lastText(tollFree.id));
  expect(await stoppedAt()).not.toBeNull();
  expect(await answers()).toEqual([]);
});

test("rejected, nothing is stopped, the text still waits, and who decided by which rule is on record", async () => {
  await says(asks);
  const text = await lastText();
  const before = await judged(text);
  await rejectStop(nurse(later(60)), text);
  expect(await suggestions()).toEqual([{ decision: "no_stop", by: clinic.nurse.id }]);
  expect(await stoppedAt()).toBeNull();
  expect(await answers()).toEqual([]);
  expect(await t.auditOf("stop.declined")).toContainEqual({
    actorId: clinic.nurse.id,
    programId: clinic.program.id,
    details: { ...text, ...before },
  });
  expect(await t.feedOf("thread.changed")).toContainEqual({
    programId: clinic.program.id,
    threadId: text.threadId,
  });
  const thread = await threadDetail(nurse(), text.threadId);
  expect(thread.waitingSince).toBe(wednesdayMorning.toISOString());
  expect(thread.messages[0]?.suggestion).toEqual({ decision: "no_stop", by: clinic.nurse.name });
});

test("each text that asks is decided by itself, the oldest first", async () => {
  await says(asks);
  const first = await lastText();
  await says("take me off your list", { now: later(60) });
  const second = await lastText();
  expect((await threadDetail(nurse(), first.threadId)).openSuggestion?.messageId).toBe(first.messageId);
  await rejectStop(nurse(later(90)), first);
  expect((await threadDetail(nurse(), first.threadId)).openSuggestion?.messageId).toBe(second.messageId);
  await confirmStop(nurse(later(95)), second);
  expect((await suggestions()).map((row) => row.decision)).toEqual(["no_stop", "stop"]);
});

test("of two nurses who decide at once, one does, and the other reads who did", async () => {
  await says(asks);
  const text = await lastText();
  const other = await colleague();
  const results = await Promise.allSettled([
    confirmStop(nurse(), text),
    confirmStop(t.ctxFor(other), text),
    rejectStop(nurse(), text),
    rejectStop(t.ctxFor(other), text),
  ]);
  const refused = refusals(results);
  expect(refused).toHaveLength(3);
  const [decided] = await suggestions();
  const winner = decided?.by === other.id ? other.name : clinic.nurse.name;
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(Conflict);
    expect(String(reason)).toContain(`${winner} `);
  }
  const stopped = decided?.decision === "stop";
  expect((await stoppedAt()) !== null).toBe(stopped);
  expect(await answers()).toEqual(stopped ? ["stop_confirmation"] : []);
});

test("a STOP settles what was to be decided, and is confirmed once", async () => {
  await says(asks);
  const text = await lastText();
  await says("STOP", { now: later(30) });
  expect(await suggestions()).toEqual([{ decision: "stopped_meanwhile", by: null }]);
  await expect(confirmStop(nurse(later(40)), text)).rejects.toThrow("stopped meanwhile");
  await expect(rejectStop(nurse(later(40)), text)).rejects.toThrow(Conflict);
  expect(await answers()).toEqual(["stop_confirmation"]);
  expect(await stoppedAt()).toEqual(later(30));
});

test("so do the carrier and a nurse who closes the conversation as opted out", async () => {
  await says(asks);
  await inTransaction(t.loopCtx(), (tx) =>
    recordStop(tx, { phoneId: phoneId(), source: "carrier", messageId: null }),
  );
  expect(await suggestions()).toEqual([{ decision: "stopped_meanwhile", by: null }]);

  clinic = await t.given.clinic();
  await says(asks);
  const { threadId, messageId } = await lastText();
  await closeThread(nurse(), { threadId, seen: messageId, disposition: "opted_out" });
  expect(await suggestions()).toEqual([{ decision: "stopped_meanwhile", by: null }]);
});

test("nothing is asked about a number that is stopped already: the stop counts from then on", async () => {
  await says("STOP");
  await says(asks, { now: later(10) });
  expect(await suggestions()).toEqual([]);
  const [phone] = await t.db.select().from(phones).where(eq(phones.id, phoneId()));
  expect(phone?.stoppedAt).toEqual(later(10));
});

/** Resolves when a transaction waits for another one. */
async function somebodyWaits(): Promise<void> {
  const waiting = sql`select 1 from pg_locks where not granted and locktype = 'transactionid'`;
  while ((await rowsOf(t.db, waiting)).length === 0);
}

test("a stop that comes while the question is being filed waits for it, and settles it", async () => {
  await says("hello");
  const ref = { ...(await lastText()), phoneId: phoneId() };
  const stopping = await inTransaction(t.loopCtx(), async (tx) => {
    await suggestStop(tx, ref, { rule: "any", version: "1" });
    const stop = inTransaction(t.loopCtx(), (other) =>
      recordStop(other, { phoneId: phoneId(), source: "carrier", messageId: null }),
    );
    await Promise.race([stop, somebodyWaits()]);
    return [stop];
  });
  expect(await stopping[0]).toBe(true);
  expect(await suggestions()).toEqual([{ decision: "stopped_meanwhile", by: null }]);
});

test("on a shared phone the question stands where it was said, and a stop is everybody's", async () => {
  const elsewhere = await t.given.clinic();
  await t.db.insert(patientPhones).values({
    patientId: elsewhere.patient.id,
    phoneId: phoneId(),
    relationship: "other",
    validFrom: new Date(),
  });
  await says("hello", { to: elsewhere.sender.number });
  await says(asks);
  const text = await lastText();
  const theirs = await lastText(elsewhere.sender.id);
  const stranger = t.ctxFor(elsewhere.nurse);
  expect((await threadDetail(stranger, theirs.threadId)).openSuggestion).toBeNull();
  await expect(confirmStop(stranger, text)).rejects.toThrow(NotFound);

  await says(asks, { to: elsewhere.sender.number, now: later(20) });
  const again = await lastText(elsewhere.sender.id);
  await confirmStop(nurse(later(30)), text);
  expect((await suggestions()).map((row) => row.decision)).toEqual(["stop", "stopped_meanwhile"]);
  await expect(rejectStop(stranger, again)).rejects.toThrow("stopped meanwhile");
  expect((await threadDetail(stranger, theirs.threadId)).stoppedAt).toBe(later(30).toISOString());
  expect(await t.feedOf("stop.changed")).toContainEqual({
    programId: elsewhere.program.id,
    threadId: theirs.threadId,
  });
  expect(await answers()).toEqual(["stop_confirmation"]);
});

test("only a nurse of the program may decide, and only about a text that was asked about", async () => {
  await says("hello");
  const ordinary = await lastText();
  await says(asks, { now: later(5) });
  const text = await lastText();
  const stranger = t.ctxFor(await t.given.user("nurse"));
  for (const decide of [confirmStop, rejectStop]) {
    await expect(decide(t.ctxFor(clinic.manager), text)).rejects.toThrow(Forbidden);
    await expect(decide(t.ctxFor(await t.given.user("admin")), text)).rejects.toThrow(Forbidden);
    await expect(decide(stranger, text)).rejects.toThrow(NotFound);
    await expect(decide(nurse(), ordinary)).rejects.toThrow(NotFound);
  }
  expect(await suggestions()).toEqual([{ decision: null, by: null }]);
  expect(await stoppedAt()).toBeNull();
});

/** Exactly as long as a full part, so that the next text goes on from it. */
const fullPart = (ending: string) =>
  "Thank you for the visit. ".repeat(7).slice(0, 153 - ending.length) + ending;

test.each([
  ["in one batch", false],
  ["filed one by one", true],
])("wording that runs across the pieces of a long text asks once: %s", async (_, apart) => {
  await store(fullPart(" Please stop tex"));
  if (apart) await file();
  await store("ting me", { now: later(1) });
  await file(later(2));
  const { threadId } = await lastText();
  expect(await suggestions()).toHaveLength(1);
  expect((await threadDetail(nurse(), threadId)).openSuggestion?.words).toMatch(/Please stop texting me$/);
});

test("what one piece asks for is not asked about again in the next", async () => {
  await store(fullPart(" Please stop texting me."));
  await store("Thank you.", { now: later(1) });
  await file(later(2));
  expect(await suggestions()).toHaveLength(1);
});

test("START that lifts a stop is answered once; one that lifts nothing waits for a person", async () => {
  await says("STOP");
  await says("START", { now: later(10) });
  expect(await answers()).toEqual(["stop_confirmation", "auto_reply"]);
  const { threadId } = await lastText();
  const thread = await threadDetail(nurse(), threadId);
  expect(thread.messages.at(-1)?.body).toMatch(/texts are on again, up to 3 a week.*HELP.*STOP/);
  expect(thread.waitingSince).toBeNull();

  await says("START", { now: later(20) });
  expect(await answers()).toHaveLength(2);
  expect((await threadDetail(nurse(), threadId)).waitingSince).toBe(later(20).toISOString());
});

test("a START that is filed after a later STOP is not answered and waits for nobody", async () => {
  await says("STOP", { now: later(60) });
  await store("START", { now: later(30) });
  await file(later(90));
  expect(await answers()).toEqual(["stop_confirmation"]);
  expect((await threadDetail(nurse(), (await lastText()).threadId)).waitingSince).toBeNull();
});

test("HELP says how often the program's texts may come", async () => {
  const program = await t.given.program({ members: [clinic.nurse], outreachPerWeek: 2 });
  const sender = await t.given.sender(program.id);
  await says("HELP", { to: sender.number });
  const { threadId } = await lastText(sender.id);
  expect((await threadDetail(nurse(), threadId)).messages.at(-1)?.body).toContain("up to 2 a week");
});

test("while nobody has decided, it is neither answered nor closed, but for good", async () => {
  await says(asks);
  const { threadId, messageId } = await lastText();
  const reply = { threadId, key: randomUUID(), body: "We are sorry.", seen: messageId, patientId: null };
  await expect(replyToThread(nurse(), reply)).rejects.toThrow(Blocked);
  const close = { threadId, seen: messageId, disposition: "answered" as const };
  await expect(closeThread(nurse(), close)).rejects.toThrow(Blocked);
  await rejectStop(nurse(), { threadId, messageId });
  await replyToThread(nurse(), reply);
  await closeThread(nurse(), close);
});

test("closing it as a request to stop decides it", async () => {
  await says(asks);
  const { threadId, messageId } = await lastText();
  await closeThread(nurse(), { threadId, seen: messageId, disposition: "opted_out" });
  expect(await stoppedAt()).toEqual(wednesdayMorning);
  expect(await suggestions()).toMatchObject([{ decision: "stopped_meanwhile" }]);
});
