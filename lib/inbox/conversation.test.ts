import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { carrierEvents, messages, outbox, phones, programMembers, threads, users, waits } from "@/db/schema";
import { Blocked, Conflict, Forbidden, NotFound } from "@/lib/errors";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { fileInboundTexts } from "./arrival";
import { claimThread, releaseThread } from "./claim";
import { closeThread } from "./closing";
import { inboxPage } from "./queries";
import { threadDetail } from "./queries-thread";
import { replyToThread } from "./reply";

const t = testDatabase();
type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;
let clinic: Clinic;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

/** A text from a patient's phone, stored as the webhook stores it and filed by the loop. */
async function textFrom(
  from: string,
  text: string,
  { to = clinic.sender.number, now = wednesdayMorning } = {},
) {
  const carrierId = randomUUID();
  const payload = { channel: "sms", message_uuid: carrierId, from: from.slice(1), to: to.slice(1), text };
  await t.db.insert(carrierEvents).values({
    carrierId,
    kind: "inbound",
    status: "",
    id: t.given.newId(),
    receivedAt: now,
    payload: seal("carrier_events.payload", `${carrierId}:inbound:`, JSON.stringify(payload)),
  });
  while ((await fileInboundTexts(t.loopCtx({ now }))) > 0);
}

async function threadOf(phoneId: string) {
  const [thread] = await t.db.select().from(threads).where(eq(threads.phoneId, phoneId));
  if (!thread) throw new Error("There is no thread.");
  return thread;
}
async function waitingThread(text = "please call me") {
  await textFrom(clinic.patient.phone.e164, text);
  return threadOf(clinic.patient.phone.id);
}
const nurse = () => t.ctxFor(clinic.nurse);
const later = (minutes: number) => new Date(wednesdayMorning.getTime() + minutes * 60_000);
const replyTo = (thread: { id: string; lastInboundId: string | null }, more = {}) => ({
  threadId: thread.id,
  key: randomUUID(),
  body: "We will call at 3.",
  seen: thread.lastInboundId,
  patientId: null,
  ...more,
});
const autoTexts = async (threadId: string, purpose: string) =>
  (
    await t.db.select({ purpose: messages.purpose }).from(messages).where(eq(messages.threadId, threadId))
  ).filter((m) => m.purpose === purpose);

test("a text waits since the oldest unanswered one, and the queue shows the longest wait first", async () => {
  const second = await t.given.patient(clinic.program.id, { name: "Luis Ortega", language: "es" });
  await textFrom(clinic.patient.phone.e164, "first question");
  await textFrom(second.phone.e164, "otra pregunta", { now: later(5) });
  await textFrom(clinic.patient.phone.e164, "are you there?", { now: later(9) });

  const page = await inboxPage(t.ctxFor(clinic.nurse, { now: later(10) }), "waiting");
  expect(page.rows.map((r) => [r.who, r.preview, r.waitingSince])).toEqual([
    ["Rosa Marín", "are you there?", wednesdayMorning.toISOString()],
    ["Luis Ortega", "otra pregunta", later(5).toISOString()],
  ]);
  expect(page.counts.waiting).toBe(2);
});

test("pages follow each other without gaps or repeats", async () => {
  for (let i = 0; i < 60; i++) {
    const patient = await t.given.patient(clinic.program.id);
    await t.given.thread(clinic.program.id, clinic.sender.id, patient.phone.id, {
      waitingSince: later(Math.floor(i / 3)),
      lastInboundId: t.given.newId(),
    });
  }
  const first = await inboxPage(nurse(), "waiting");
  const second = await inboxPage(nurse(), "waiting", { after: first.next ?? undefined });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
  expect(new Set([...first.rows, ...second.rows].map((r) => r.threadId)).size).toBe(60);
  expect((await inboxPage(nurse(), "waiting", { after: "what is no id" })).rows).toEqual(first.rows);
});

test("STOP stops the number for every program, confirms once, and nobody has to answer it", async () => {
  const thread = await waitingThread("STOP");
  await textFrom(clinic.patient.phone.e164, "Stop.");
  expect(thread.waitingSince).toBeNull();
  const [phone] = await t.db.select().from(phones).where(eq(phones.id, clinic.patient.phone.id));
  expect(phone?.stoppedAt).toEqual(wednesdayMorning);
  expect(await autoTexts(thread.id, "stop_confirmation")).toHaveLength(1);
  expect(await t.auditOf("stop.recorded")).toContainEqual(
    expect.objectContaining({ details: { phoneId: clinic.patient.phone.id, source: "keyword" } }),
  );
});

test("where the network confirms a STOP itself, we do not", async () => {
  const tollFree = await t.given.sender(clinic.program.id, { kind: "toll_free", networkConfirmsStop: true });
  await textFrom(clinic.patient.phone.e164, "STOP", { to: tollFree.number });
  expect(await autoTexts((await threadOf(clinic.patient.phone.id)).id, "stop_confirmation")).toEqual([]);
});

test("after STOP an ordinary text waits for a person and lifts nothing; START lifts it", async () => {
  await textFrom(clinic.patient.phone.e164, "ALTO");
  await textFrom(clinic.patient.phone.e164, "I feel bad");
  const thread = await threadOf(clinic.patient.phone.id);
  expect(thread.waitingSince).not.toBeNull();
  await expect(replyToThread(nurse(), replyTo(thread))).rejects.toThrow(Blocked);

  await textFrom(clinic.patient.phone.e164, "START");
  expect(await replyToThread(nurse(), replyTo(await threadOf(clinic.patient.phone.id)))).toHaveProperty(
    "messageId",
  );
});

test("HELP is answered in the patient's language, and a person looks too: it may be a cry", async () => {
  const luis = await t.given.patient(clinic.program.id, { language: "es" });
  await textFrom(luis.phone.e164, "help!!!");
  const thread = await threadOf(luis.phone.id);
  expect(thread.waitingSince).not.toBeNull();
  const detail = await threadDetail(nurse(), thread.id);
  expect(detail.messages.at(-1)?.body).toContain("Responda STOP");
});

test("CANCEL right after a nurse's own reply stops texts and waits for her: it may be the answer", async () => {
  const { phone } = clinic.patient;
  await textFrom(phone.e164, "can you move my visit");
  await replyToThread(nurse(), replyTo(await threadOf(phone.id)));
  await textFrom(phone.e164, "Cancel");
  const asked = await threadOf(phone.id);
  expect(asked.waitingSince).not.toBeNull();
  await expect(replyToThread(nurse(), replyTo(asked))).rejects.toThrow(Blocked);
});

test.each(["STOP", "Cancel"])("%s that answers no nurse waits for nobody", async (word) => {
  const { phone } = clinic.patient;
  if (word === "STOP") {
    await textFrom(phone.e164, "can you move my visit");
    await replyToThread(nurse(), replyTo(await threadOf(phone.id)));
  }
  await textFrom(phone.e164, word);
  expect((await threadOf(phone.id)).waitingSince).toBeNull();
});

test("a stranger's text is shown to the sender's program as an unknown number", async () => {
  await textFrom("+14155550199", "who is this");
  const page = await inboxPage(nurse(), "unknown");
  expect(page.rows.map((r) => r.who)).toEqual(["Unknown number"]);
});

test("a text to a number that is not ours is kept with the reason", async () => {
  await textFrom(clinic.patient.phone.e164, "hello", { to: "+19995550100" });
  const problems = await t.db
    .select({ problem: carrierEvents.problem })
    .from(carrierEvents)
    .where(eq(carrierEvents.problem, "not_our_number"));
  expect(problems).toHaveLength(1);
});

test("a reply claims the conversation, ends the wait and goes into the reply lane, with its audit and feed rows", async () => {
  const thread = await waitingThread();
  const { messageId } = await replyToThread(nurse(), replyTo(thread, { patientId: clinic.patient.id }));
  const after = await threadOf(clinic.patient.phone.id);
  expect(after).toMatchObject({ claimedBy: clinic.nurse.id, waitingSince: null });
  const [line] = await t.db.select().from(outbox).where(eq(outbox.messageId, messageId));
  expect(line).toMatchObject({ lane: "reply", purpose: "reply", patientId: clinic.patient.id });
  const [wait] = await t.db.select().from(waits).where(eq(waits.threadId, thread.id));
  expect(wait).toMatchObject({ since: wednesdayMorning, endedBy: clinic.nurse.id, ending: "reply" });
  expect(await t.auditOf("message.replied")).toContainEqual(
    expect.objectContaining({
      actorId: clinic.nurse.id,
      programId: clinic.program.id,
      details: { threadId: thread.id, messageId },
    }),
  );
  expect(await t.feedOf("thread.changed")).toContainEqual({
    programId: clinic.program.id,
    threadId: thread.id,
  });
});

test("the same reply tried many times is one text; other words under its key are refused", async () => {
  const thread = await waitingThread();
  const reply = replyTo(thread);
  const answers = await Promise.all(Array.from({ length: 5 }, () => replyToThread(nurse(), reply)));
  expect(new Set(answers.map((a) => a.messageId)).size).toBe(1);
  expect(await autoTexts(thread.id, "reply")).toHaveLength(1);
  await expect(replyToThread(nurse(), { ...reply, body: "Something else" })).rejects.toThrow(Conflict);
});

test("a reply written before a newer text came is refused", async () => {
  const thread = await waitingThread();
  await textFrom(clinic.patient.phone.e164, "my chest hurts");
  await expect(replyToThread(nurse(), replyTo(thread))).rejects.toThrow("newer text");
  expect(await autoTexts(thread.id, "reply")).toEqual([]);
});

test("of two nurses who claim at once, one has it", async () => {
  const other = await t.given.user("nurse");
  const program = await t.given.program({ members: [clinic.nurse, other] });
  const sender = await t.given.sender(program.id);
  const thread = await t.given.thread(program.id, sender.id, clinic.patient.phone.id);
  const tries = await Promise.allSettled([
    claimThread(nurse(), { threadId: thread.id }),
    claimThread(t.ctxFor(other), { threadId: thread.id }),
  ]);
  expect(tries.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(tries.find((r) => r.status === "rejected")?.reason).toBeInstanceOf(Conflict);
});

test("who does not hold a conversation can neither answer nor release it", async () => {
  const other = await t.given.user("nurse");
  const program = await t.given.program({ members: [clinic.nurse, other] });
  const sender = await t.given.sender(program.id);
  const thread = await t.given.thread(program.id, sender.id, clinic.patient.phone.id, {
    ...{ claimedBy: other.id, claimedUntil: new Date(Date.now() + 60_000) },
  });
  await expect(replyToThread(nurse(), replyTo({ id: thread.id, lastInboundId: null }))).rejects.toThrow(
    Conflict,
  );
  await expect(releaseThread(nurse(), { threadId: thread.id })).rejects.toThrow(Conflict);
});

const departures: [string, (userId: string) => Promise<unknown>][] = [
  ["was disabled", (id) => t.db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, id))],
  ["left the program", (id) => t.db.delete(programMembers).where(eq(programMembers.userId, id))],
];
test.each(departures)("what a nurse holds who %s, another one takes over", async (_, depart) => {
  const colleague = await t.given.user("nurse");
  await t.db
    .insert(programMembers)
    .values({ programId: clinic.program.id, userId: colleague.id, addedAt: new Date() });
  const thread = await waitingThread();
  await claimThread(t.ctxFor(colleague), { threadId: thread.id });
  expect((await threadDetail(nurse(), thread.id)).claim).toMatchObject({ name: colleague.name, mine: false });
  await expect(replyToThread(nurse(), replyTo(thread))).rejects.toThrow(Conflict);

  await depart(colleague.id);
  expect((await threadDetail(nurse(), thread.id)).claim).toBeNull();
  await replyToThread(nurse(), replyTo(thread));
  expect((await threadDetail(nurse(), thread.id)).claim).toMatchObject({
    name: clinic.nurse.name,
    mine: true,
  });
});

test("a closed conversation opens again when the patient texts, and an unseen text keeps it open", async () => {
  const thread = await waitingThread();
  await textFrom(clinic.patient.phone.e164, "one more thing");
  await expect(
    closeThread(nurse(), { threadId: thread.id, seen: thread.lastInboundId, disposition: "answered" }),
  ).rejects.toThrow(Conflict);

  const now = await threadOf(clinic.patient.phone.id);
  await closeThread(nurse(), { threadId: thread.id, seen: now.lastInboundId, disposition: "answered" });
  expect(await threadOf(clinic.patient.phone.id)).toMatchObject({
    disposition: "answered",
    waitingSince: null,
  });
  expect(await t.auditOf("thread.closed")).toContainEqual(
    expect.objectContaining({ details: { threadId: thread.id, disposition: "answered" } }),
  );
  await textFrom(clinic.patient.phone.e164, "hello again");
  expect(await threadOf(clinic.patient.phone.id)).toMatchObject({ closedAt: null, disposition: null });
});

test("closing because they asked us to stop stops the number", async () => {
  const thread = await waitingThread();
  await closeThread(nurse(), { threadId: thread.id, seen: thread.lastInboundId, disposition: "opted_out" });
  const [phone] = await t.db.select().from(phones).where(eq(phones.id, clinic.patient.phone.id));
  expect(phone?.stoppedAt).toEqual(wednesdayMorning);
});

test("reading a conversation is audited, once a minute", async () => {
  const thread = await waitingThread();
  await threadDetail(nurse(), thread.id);
  await threadDetail(nurse(), thread.id);
  const mine = (await t.auditOf("thread.read")).filter((row) => row.actorId === clinic.nurse.id);
  expect(mine).toEqual([
    expect.objectContaining({ programId: clinic.program.id, details: { subject: thread.id } }),
  ]);
});

test("a nurse of another program finds nothing, and sees only that others share the phone", async () => {
  const thread = await waitingThread();
  const stranger = await t.given.user("nurse");
  const elsewhere = await t.given.program({ members: [stranger] });
  const ctx = t.ctxFor(stranger);
  await expect(threadDetail(ctx, thread.id)).rejects.toThrow(NotFound);
  await expect(claimThread(ctx, { threadId: thread.id })).rejects.toThrow(NotFound);
  await expect(replyToThread(ctx, replyTo(thread))).rejects.toThrow(NotFound);
  await expect(
    closeThread(ctx, { threadId: thread.id, seen: thread.lastInboundId, disposition: "answered" }),
  ).rejects.toThrow(NotFound);
  expect((await inboxPage(ctx, "recent")).rows).toEqual([]);

  const sender = await t.given.sender(elsewhere.id);
  const shared = await t.given.thread(elsewhere.id, sender.id, clinic.patient.phone.id);
  expect(await threadDetail(ctx, shared.id)).toMatchObject({
    patients: [],
    othersOutside: 1,
    who: "Unknown number",
  });
});

test.each(["manager", "admin"] as const)("a %s may not read or act on conversations", async (role) => {
  const thread = await waitingThread();
  const person = role === "manager" ? clinic.manager : await t.given.user("admin");
  const ctx = t.ctxFor(person);
  await expect(inboxPage(ctx, "waiting")).rejects.toThrow(Forbidden);
  await expect(threadDetail(ctx, thread.id)).rejects.toThrow(Forbidden);
  await expect(claimThread(ctx, { threadId: thread.id })).rejects.toThrow(Forbidden);
  await expect(replyToThread(ctx, replyTo(thread))).rejects.toThrow(Forbidden);
  await expect(
    closeThread(ctx, { threadId: thread.id, seen: null, disposition: "answered" }),
  ).rejects.toThrow(Forbidden);
});
