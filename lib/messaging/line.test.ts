import { and, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { attempts, carrierAccount, messages, outbox, pace, phones } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { randomId } from "@/lib/ids";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { testCarrier } from "@/lib/testing-carrier";
import { claimTexts } from "./claim";
import { queueAgain } from "./line-up";
import { finishSending, sendTexts } from "./loops";
import { advance } from "./message-state";
import { queueTexts } from "./outbox";
import { notCalled, settleAttempts } from "./settlement";
import type { Purpose } from "./types";

const carrier = testCarrier();
const t = testDatabase();
type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;
let clinic: Clinic;
const room = { all: 100, bulk: 100 };

beforeEach(async () => {
  clinic = await t.given.clinic();
  await carrier.faults();
  await t.db
    .update(pace)
    .set({ perSecond: 1_000, tokens: 1_000, refilledAt: new Date() })
    .where(eq(pace.key, "account"));
  await t.db
    .update(carrierAccount)
    .set({ stoppedAt: null, stopReason: null, failures: 0, opens: 0, openUntil: null });
});

async function queued(count = 1, purpose: Purpose = "outreach", body = () => `Hi ${randomId()}`) {
  // To as many patients: outreach to one of them counts against the next.
  const others = Array.from({ length: count - 1 }, () => t.given.patient(clinic.program.id));
  const texts = [clinic.patient, ...(await Promise.all(others))].map((patient) => ({
    programId: clinic.program.id,
    senderId: clinic.sender.id,
    phoneId: patient.phone.id,
    patientId: patient.id,
    purpose,
    body: body(),
  }));
  const placed = await inTransaction(t.loopCtx(), (tx) => queueTexts(tx, texts));
  return placed.map((text, i) => ({ ...text, body: texts[i]?.body ?? "" }));
}
const only = async (...options: Parameters<typeof queued>) => {
  const [text] = await queued(...options);
  if (!text) throw new Error("nothing was queued");
  return text;
};
async function stateOf(message: { threadId: string; messageId: string }) {
  const [row] = await t.db
    .select({ state: messages.state, reason: messages.reason })
    .from(messages)
    .where(and(eq(messages.threadId, message.threadId), eq(messages.id, message.messageId)));
  return row;
}
async function sendAll() {
  while ((await sendTexts(t.loopCtx({ now: wednesdayMorning }))) > 0);
  await finishSending();
}
const sent = async (body: string) => (await carrier.ledger()).filter((line) => line.text === body);
const claim = () => inTransaction(t.loopCtx(), (tx) => claimTexts(tx, clinic.sender.id, room));

test("calls that hang hold up no other text", async () => {
  await carrier.faults({
    fault: "hang",
    limit: 5,
    accepted: true,
    ms: 4_000,
  });
  const texts = await queued(20);
  await sendTexts(t.loopCtx({ now: wednesdayMorning }));
  // Fifteen are answered and written down while five still hang.
  await vi.waitFor(
    async () => {
      const states = await Promise.all(texts.map(stateOf));
      expect(states.filter((s) => s?.state === "submitted")).toHaveLength(15);
      expect(states.filter((s) => s?.state === "sending")).toHaveLength(5);
    },
    { timeout: 8_000, interval: 50 },
  );
  await finishSending();
  const states = await Promise.all(texts.map(stateOf));
  expect(states.filter((s) => s?.state === "unknown")).toHaveLength(5);
}, 30_000);

test("a worker that slept between send start and call does not call, and the text goes later", async () => {
  const text = await only();
  const { claimed } = await claim();
  await settleAttempts(
    t.loopCtx(),
    claimed.map((attempt) => ({ attempt, outcome: notCalled, probe: false })),
  );
  expect(await stateOf(text)).toMatchObject({ state: "queued" });
  await t.db.update(outbox).set({ dueAt: wednesdayMorning });
  await sendAll();
  expect(await sent(text.body)).toHaveLength(1);
});

test("a text that cannot be opened is refused, and those behind it go", async () => {
  const damaged = await only();
  await t.db
    .update(messages)
    .set({ body: Buffer.from("damaged") })
    .where(and(eq(messages.threadId, damaged.threadId), eq(messages.id, damaged.messageId)));
  const behind = await only();
  await sendAll();
  expect(await stateOf(damaged)).toEqual({ state: "rejected", reason: "unreadable" });
  expect(await stateOf(behind)).toMatchObject({ state: "submitted" });
});

test("bulk texts stop at four fifths of a sender's day, replies at all of it", async () => {
  await t.db.update(pace).set({ perDay: 10, usedThatDay: 0 }).where(eq(pace.key, clinic.sender.id));
  await queued(12);
  expect((await claim()).claimed).toHaveLength(8);
  await queued(4, "reply");
  expect((await claim()).claimed.map((text) => text.lane)).toEqual(["reply", "reply"]);
  expect((await claim()).claimed).toEqual([]);
  // The next day has its own.
  await t.db.update(pace).set({ day: sql`day - 1` }).where(eq(pace.key, clinic.sender.id));
  expect((await claim()).claimed).toHaveLength(6);
});

test("no credit stops the account: nothing more leaves, nothing is lost", async () => {
  await carrier.faults({ fault: "refuse", httpStatus: 402 });
  const texts = await queued(3);
  await sendAll();
  const [account] = await t.db.select().from(carrierAccount);
  expect(account?.stopReason).toMatch(/credit/);
  await carrier.faults();
  await t.db.update(outbox).set({ dueAt: wednesdayMorning });
  await sendAll();
  for (const text of texts) {
    expect(await stateOf(text)).toMatchObject({ state: "queued" });
    expect(await sent(text.body)).toEqual([]);
  }
  await t.db.update(carrierAccount).set({ stoppedAt: null });
  await sendAll();
  for (const text of texts) expect(await sent(text.body)).toHaveLength(1);
});

test("throttled texts go once the carrier lets them, however often it refused", async () => {
  await carrier.faults({ fault: "throttle", limit: 30 });
  const text = await only();
  await vi.waitFor(
    async () => {
      await t.db.update(outbox).set({ dueAt: wednesdayMorning }).where(eq(outbox.sending, false));
      await t.db.update(pace).set({ tokens: 10, refilledAt: new Date() }).where(eq(pace.key, "account"));
      await sendAll();
      expect(await stateOf(text)).toMatchObject({ state: "submitted" });
    },
    { timeout: 20_000, interval: 1 },
  );
  expect(await sent(text.body)).toHaveLength(1);
}, 30_000);

test("the carrier's opt-out stops the number, a dead number is not texted again", async () => {
  await carrier.faults({ fault: "refuse", httpStatus: 422, code: "1240" });
  const text = await only();
  await sendAll();
  expect(await stateOf(text)).toMatchObject({ state: "rejected", reason: "carrier 1240" });
  const phone = async () => {
    const [row] = await t.db.select().from(phones).where(eq(phones.id, clinic.patient.phone.id));
    return row;
  };
  expect((await phone())?.stoppedAt).not.toBeNull();

  await t.db.update(phones).set({ stoppedAt: null }).where(eq(phones.id, clinic.patient.phone.id));
  await carrier.faults({ fault: "refuse", httpStatus: 422, code: "1190" });
  await queued();
  await sendAll();
  expect((await phone())?.notTextable).toBe("refused_by_carrier");
});

test("an unknown text goes again once by a person's act, and not when its receipt comes first", async () => {
  await carrier.faults({ fault: "error_before", limit: 2 });
  const [again, settled] = await queued(2);
  if (!again || !settled) throw new Error("nothing was queued");
  await sendAll();
  expect([await stateOf(again), await stateOf(settled)]).toMatchObject([
    { state: "unknown" },
    { state: "unknown" },
  ]);
  const act = () =>
    inTransaction(t.loopCtx(), (tx) => queueAgain(tx, [again, settled], "unknown", wednesdayMorning));
  const acts = await Promise.all([act(), act()]);
  expect(acts.flat()).toHaveLength(2);
  await inTransaction(t.loopCtx(), (tx) => advance(tx, settled, "delivered"));
  await sendAll();
  expect(await sent(again.body)).toHaveLength(1);
  expect(await sent(settled.body)).toEqual([]);
  expect(await stateOf(settled)).toMatchObject({ state: "delivered" });
  expect(await t.db.select().from(attempts).where(eq(attempts.messageId, again.messageId))).toHaveLength(2);
});
