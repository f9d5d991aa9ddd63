import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { applicationRole, connect } from "@/db/client";
import { attempts, consents, messages, outbox, pace, stopSuggestions } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { newId, randomId } from "@/lib/ids";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { testCarrier } from "@/lib/testing-carrier";
import { expireLeases, type StartedAttempt, startAttempts } from "./attempt";
import { claimTexts } from "./claim";
import { finishSending, sendTexts } from "./loops";
import { queueTexts } from "./outbox";
import { settleAttempts } from "./settlement";
import { recordStop } from "./stop";
import type { NewText, Purpose } from "./types";
import { followsFrom } from "./vonage/error-table";
import type { SendOutcome } from "./vonage/outcome";

const carrier = testCarrier();
const t = testDatabase();

beforeEach(async () => {
  await t.db
    .update(pace)
    .set({ perSecond: 1_000, tokens: 1_000, refilledAt: new Date() })
    .where(eq(pace.key, "account"));
});

async function queued(purpose: Purpose = "outreach", more: Partial<NewText> = {}) {
  const clinic = await t.given.clinic();
  const text: NewText = {
    programId: clinic.program.id,
    senderId: clinic.sender.id,
    phoneId: clinic.patient.phone.id,
    patientId: clinic.patient.id,
    purpose,
    body: `Valley Care has a message for you ${randomId()}`,
    ...more,
  };
  const [placed] = await inTransaction(t.loopCtx(), (tx) => queueTexts(tx, [text]));
  if (!placed) throw new Error("not queued");
  return { ...clinic, text, ...placed };
}

async function stateOf(message: { threadId: string; messageId: string }) {
  const [row] = await t.db
    .select({ state: messages.state, reason: messages.reason, submittedAt: messages.submittedAt })
    .from(messages)
    .where(and(eq(messages.threadId, message.threadId), eq(messages.id, message.messageId)));
  return row;
}
const room = { all: 100, bulk: 100 };
const settle = (attempt: StartedAttempt, outcome: SendOutcome) =>
  settleAttempts(t.loopCtx(), [{ attempt, outcome, probe: false }]);
const sentTo = async (e164: string) => (await carrier.ledger()).filter((text) => text.to === e164.slice(1));
const inLine = (messageId: string) =>
  t.db.select({ id: outbox.messageId }).from(outbox).where(eq(outbox.messageId, messageId));
async function sendAll(now = wednesdayMorning) {
  while ((await sendTexts(t.loopCtx({ now }))) > 0);
  await finishSending();
}

test("a text goes to the carrier once, with its attempt as reference, and waits for its receipt", async () => {
  const message = await queued();
  await sendAll();
  await sendAll();
  const [sent, ...more] = await sentTo(message.patient.phone.e164);
  expect(more).toEqual([]);
  expect(sent).toMatchObject({ from: message.sender.number.slice(1), text: message.text.body });
  const [attempt] = await t.db.select().from(attempts).where(eq(attempts.messageId, message.messageId));
  expect(attempt).toMatchObject({ id: sent?.client_ref, outcome: "accepted", carrierId: sent?.message_uuid });
  expect(await stateOf(message)).toMatchObject({ state: "submitted", submittedAt: expect.any(Date) });
  expect(await inLine(message.messageId)).toEqual([]);
});

test("several workers send each text once", async () => {
  const clinic = await t.given.clinic();
  const texts = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const patient = await t.given.patient(clinic.program.id);
      return {
        programId: clinic.program.id,
        senderId: clinic.sender.id,
        phoneId: patient.phone.id,
        patientId: patient.id,
        purpose: "outreach" as const,
        body: `Hi ${randomId()}`,
      };
    }),
  );
  await inTransaction(t.loopCtx(), (tx) => queueTexts(tx, texts));
  await Promise.all([sendAll(), sendAll(), sendAll()]);
  const ledger = (await carrier.ledger()).filter((l) => texts.some((text) => text.body === l.text));
  expect(ledger.length).toBe(40);
  expect(new Set(ledger.map((l) => l.text)).size).toBe(40);
});

test("nothing leaves after STOP, and the text says why it was held back", async () => {
  const message = await queued();
  await inTransaction(t.loopCtx(), (tx) =>
    recordStop(tx, { phoneId: message.text.phoneId, source: "keyword", messageId: null }),
  );
  await sendAll();
  expect(await sentTo(message.patient.phone.e164)).toEqual([]);
  expect(await stateOf(message)).toMatchObject({ state: "suppressed", reason: "stopped" });
  expect(await t.auditOf("message.suppressed")).toContainEqual(
    expect.objectContaining({ details: { messageId: message.messageId, reason: "stopped" } }),
  );
});

test("a STOP that commits between the gate and the start keeps the text from starting", async () => {
  const message = await queued();
  const stopping = connect(t.url, { max: 1, role: applicationRole });
  // The stop holds the phone's row; the starting statement has passed the gate and now waits for that row.
  const started = await stopping.db.transaction(async (db) => {
    await recordStop(
      { ...t.loopCtx(), db, joined: true },
      { phoneId: message.text.phoneId, source: "keyword", messageId: null },
    );
    const starting = inTransaction(t.loopCtx(), (tx) =>
      startAttempts(tx, [{ messageId: message.messageId, heldByStop: true }]),
    );
    await waitsForLock(t.db);
    return () => starting;
  });
  expect(await started()).toEqual([]);
  await sendAll();
  expect(await sentTo(message.patient.phone.e164)).toEqual([]);
  await stopping.close();
});

test("without consent, or once it is withdrawn, outreach does not go", async () => {
  const message = await queued();
  await t.db.insert(consents).values({
    patientId: message.patient.id,
    phoneId: message.text.phoneId,
    id: newId(),
    given: false,
    basis: "patient",
    recordedAt: wednesdayMorning,
  });
  await sendAll();
  expect(await stateOf(message)).toMatchObject({ state: "suppressed", reason: "no_consent" });
});

test("at night outreach waits for the morning, a reply goes", async () => {
  const night = new Date("2026-03-05T03:00:00Z");
  const outreach = await queued("outreach", { dueAt: night });
  const reply = await queued("reply", { dueAt: night });
  await sendAll(night);
  expect(await stateOf(outreach)).toMatchObject({ state: "queued" });
  expect(await stateOf(reply)).toMatchObject({ state: "submitted" });
  await sendAll(new Date("2026-03-05T15:00:01Z"));
  expect(await stateOf(outreach)).toMatchObject({ state: "submitted" });
});

test("a worker that died while sending leaves the text unknown, and nobody sends it again", async () => {
  const message = await queued();
  await inTransaction(t.loopCtx(), (tx) => claimTexts(tx, message.sender.id, room));
  expect(await stateOf(message)).toMatchObject({ state: "sending" });
  await t.db
    .update(attempts)
    .set({ leaseUntil: new Date(0) })
    .where(eq(attempts.messageId, message.messageId));
  expect(await expireLeases(t.loopCtx())).toBe(1);
  await sendAll();
  expect(await stateOf(message)).toMatchObject({ state: "unknown", reason: "lease_ran_out" });
  expect(await sentTo(message.patient.phone.e164)).toEqual([]);
});

test("an answer that comes after the lease ran out changes nothing", async () => {
  const message = await queued();
  const { claimed } = await inTransaction(t.loopCtx(), (tx) => claimTexts(tx, message.sender.id, room));
  const mine = claimed.find((c) => c.messageId === message.messageId);
  if (!mine) throw new Error("not claimed");
  await t.db
    .update(attempts)
    .set({ leaseUntil: new Date(0) })
    .where(eq(attempts.id, mine.attemptId));
  await expireLeases(t.loopCtx());
  await settle(mine, { kind: "never_left", code: "ECONNREFUSED" });
  expect(await stateOf(message)).toMatchObject({ state: "unknown" });
  expect(await inLine(message.messageId)).toEqual([]);
});

const refused = (httpStatus: number, code: string): SendOutcome => ({
  kind: "refused",
  httpStatus,
  code,
  consequence: followsFrom(code, httpStatus),
});
const outcomes: [SendOutcome, string, number][] = [
  [{ kind: "never_left", code: "ECONNREFUSED" }, "queued", 1],
  [refused(429, "1000"), "queued", 1],
  [refused(422, "1460"), "queued", 1],
  [refused(422, "1120"), "rejected", 0],
  [{ kind: "ambiguous", code: "timeout" }, "unknown", 0],
  [{ kind: "ambiguous", code: "server_error", httpStatus: 503 }, "unknown", 0],
];
test.each(outcomes)("after %o the text is %s", async (outcome, state, rows) => {
  const message = await queued();
  const { claimed } = await inTransaction(t.loopCtx(), (tx) => claimTexts(tx, message.sender.id, room));
  const mine = claimed.find((c) => c.messageId === message.messageId);
  if (!mine) throw new Error("not claimed");
  await settle(mine, outcome);
  expect(await stateOf(message)).toMatchObject({ state });
  expect(await inLine(message.messageId)).toHaveLength(rows);
});

test("a slow sender's bulk texts leave a fifth of its rate to replies", async () => {
  const clinic = await t.given.clinic();
  await t.db
    .update(pace)
    .set({ perSecond: 10, tokens: 10, refilledAt: new Date() })
    .where(eq(pace.key, clinic.sender.id));
  const to = { programId: clinic.program.id, senderId: clinic.sender.id };
  const base = { ...to, phoneId: clinic.patient.phone.id, patientId: clinic.patient.id };
  const crowd = await Promise.all(Array.from({ length: 30 }, () => t.given.patient(clinic.program.id)));
  await inTransaction(t.loopCtx(), (tx) =>
    queueTexts(
      tx,
      crowd.map((patient) => ({
        ...to,
        phoneId: patient.phone.id,
        patientId: patient.id,
        purpose: "outreach" as const,
        body: "Valley Care has a message for you.",
      })),
    ),
  );
  const first = await inTransaction(t.loopCtx(), (tx) => claimTexts(tx, clinic.sender.id, room));
  expect(first.claimed).toHaveLength(8);
  await inTransaction(t.loopCtx(), (tx) =>
    queueTexts(tx, [{ ...base, purpose: "reply", body: "Come in at 3" }]),
  );
  const second = await inTransaction(t.loopCtx(), (tx) => claimTexts(tx, clinic.sender.id, room));
  expect(second.claimed[0]?.text).toBe("Come in at 3");
});

/** Until some statement waits for a row lock: the order of the race is then certain. */
async function waitsForLock(db: typeof t.db): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const rows = await db.execute<{ n: number }>("select count(*)::int as n from pg_locks where not granted");
    if ((rows[0]?.n ?? 0) > 0) return;
  }
  throw new Error("Nothing waited.");
}

test("a phone gets one campaign text in 24 hours, whoever queued them, and replies are not counted", async () => {
  const first = await queued();
  const elsewhere = await t.given.clinic();
  const onSamePhone = { phoneId: first.patient.phone.id, patientId: first.patient.id };
  const same = { ...first.text, ...onSamePhone, body: "Valley Care has another message for you." };
  const other = { ...same, programId: elsewhere.program.id, senderId: elsewhere.sender.id };
  const reply = { ...same, purpose: "reply" as const, body: "We will call you at five." };
  const [second, third, answer] = await inTransaction(t.loopCtx(), (tx) =>
    queueTexts(tx, [same, other, reply]),
  );
  if (!second || !third || !answer) throw new Error("not queued");
  await sendAll();
  const states = await Promise.all([first, second, third, answer].map(stateOf));
  expect(states.map((row) => row?.state).sort()).toEqual(["queued", "queued", "submitted", "submitted"]);
  expect((await stateOf(answer))?.state).toBe("submitted");
  const due = await t.db
    .select({ at: outbox.dueAt })
    .from(outbox)
    .where(eq(outbox.phoneId, onSamePhone.phoneId));
  const tomorrow = new Date(wednesdayMorning.getTime() + 86_400_000);
  // The business time goes on while texts leave.
  const aMinuteOn = new Date(tomorrow.getTime() + 60_000);
  expect(due).toHaveLength(2);
  for (const { at } of due) expect(at >= tomorrow && at < aMinuteOn).toBe(true);

  await sendAll(aMinuteOn);
  expect(await sentTo(first.patient.phone.e164)).toHaveLength(3);
});

test("of two programs that claim for one phone at once, one does", async () => {
  const first = await queued();
  const elsewhere = await t.given.clinic();
  const onSamePhone = { phoneId: first.patient.phone.id, patientId: first.patient.id };
  const other = {
    ...first.text,
    ...onSamePhone,
    programId: elsewhere.program.id,
    senderId: elsewhere.sender.id,
  };
  await inTransaction(t.loopCtx(), (tx) => queueTexts(tx, [other]));
  const claims = await Promise.all(
    [first.sender.id, elsewhere.sender.id].map((id) =>
      inTransaction(t.loopCtx(), (tx) => claimTexts(tx, id, room)),
    ),
  );
  expect(claims.flatMap(({ claimed }) => claimed)).toHaveLength(1);
});

test("what certainly never left does not count against the next text", async () => {
  const first = await queued();
  const { claimed } = await inTransaction(t.loopCtx(), (tx) => claimTexts(tx, first.sender.id, room));
  const [attempt] = claimed;
  if (!attempt) throw new Error("not claimed");
  await settle(attempt, {
    kind: "refused",
    httpStatus: 422,
    code: "1010",
    consequence: followsFrom("1010", 422),
  });
  expect((await stateOf(first))?.state).toBe("rejected");
  await inTransaction(t.loopCtx(), (tx) => queueTexts(tx, [first.text]));
  const again = await inTransaction(t.loopCtx(), (tx) => claimTexts(tx, first.sender.id, room));
  expect(again.claimed).toHaveLength(1);
});

test("outreach waits while a nurse has to decide whether a text was a STOP", async () => {
  const message = await queued();
  const text = { threadId: message.threadId, messageId: newId(), phoneId: message.patient.phone.id };
  await t.db
    .insert(stopSuggestions)
    .values({ ...text, rule: "a rule", version: "1", suggestedAt: new Date() });
  await sendAll();
  expect(await stateOf(message)).toMatchObject({ state: "queued" });
  await t.db.update(stopSuggestions).set({ decidedAt: new Date(), decision: "no_stop" });
  await sendAll(new Date(wednesdayMorning.getTime() + 120_000));
  expect(await stateOf(message)).toMatchObject({ state: "submitted" });
});
