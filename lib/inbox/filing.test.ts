import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { carrierEvents, phones, threads } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { parkedEvents } from "@/lib/messaging/parked-event";
import { recordStop } from "@/lib/messaging/stop";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { fileInboundTexts } from "./arrival";
import { threadDetail } from "./queries-thread";

const t = testDatabase();

/** A text as the webhook stores it; without `sealed` it cannot be opened. */
async function stored(
  from: string,
  to: string,
  text: string,
  {
    sealed = true,
    receivedAt = wednesdayMorning,
    ...more
  }: { sealed?: boolean; receivedAt?: Date; media?: string } = {},
) {
  const carrierId = randomUUID();
  const payload = {
    channel: "sms",
    message_uuid: carrierId,
    from: digits(from),
    to: digits(to),
    text,
    ...more,
  };
  const row = sealed ? `${carrierId}:inbound:` : "another row";
  const event = {
    carrierId,
    kind: "inbound" as const,
    status: "",
    id: t.given.newId(),
    receivedAt,
    payload: seal("carrier_events.payload", row, JSON.stringify(payload)),
  };
  await t.db.insert(carrierEvents).values(event);
  return event;
}

async function file(now = wednesdayMorning) {
  while ((await fileInboundTexts(t.loopCtx({ now }))) > 0);
}
const later = (seconds: number) => new Date(wednesdayMorning.getTime() + seconds * 1_000);
/** What the nurse reads in the one thread of this phone. */
async function read({ nurse, patient }: Awaited<ReturnType<typeof t.given.clinic>>) {
  const [thread] = await t.db
    .select({ id: threads.id })
    .from(threads)
    .where(eq(threads.phoneId, patient.phone.id));
  return threadDetail(t.ctxFor(nurse), thread?.id ?? "");
}
const digits = (number: string) => number.replace("+", "");
const stoppedAt = async (phoneId: string) =>
  (await t.db.select({ stoppedAt: phones.stoppedAt }).from(phones).where(eq(phones.id, phoneId)))[0]
    ?.stoppedAt;
const filedAt = async (carrierId: string) =>
  (
    await t.db
      .select({ filedAt: carrierEvents.filedAt })
      .from(carrierEvents)
      .where(eq(carrierEvents.carrierId, carrierId))
  )[0]?.filedAt;

test("a STOP is filed although an earlier text cannot be, which is set aside for a person", async () => {
  const { patient, sender } = await t.given.clinic();
  const broken = await stored(patient.phone.e164, sender.number, "hello", { sealed: false });
  await stored(patient.phone.e164, sender.number, "STOP");
  await file();
  expect(await stoppedAt(patient.phone.id)).toEqual(wednesdayMorning);
  expect(await filedAt(broken.carrierId)).toBeNull();
  expect(await parkedEvents(t.ctxFor(await t.given.user("admin")))).toContainEqual(
    expect.objectContaining({ id: broken.id, problem: "unreadable" }),
  );
});

test("a START that was set aside and is filed late does not undo a later STOP", async () => {
  const { patient, sender } = await t.given.clinic();
  await stored(patient.phone.e164, sender.number, "STOP", { receivedAt: later(60) });
  await file(later(61));
  await stored(patient.phone.e164, sender.number, "START", { receivedAt: later(30) });
  await file(later(90));
  expect(await stoppedAt(patient.phone.id)).toEqual(later(60));
  await stored(patient.phone.e164, sender.number, "START", { receivedAt: later(100) });
  await file(later(101));
  expect(await stoppedAt(patient.phone.id)).toBeNull();
});

test("a batch keeps the order of each thread, however the threads mix", async () => {
  const clinic = await t.given.clinic();
  const other = await t.given.patient(clinic.program.id);
  for (let i = 0; i < 60; i += 1)
    await stored(
      i % 3 === 0 ? other.phone.e164 : clinic.patient.phone.e164,
      clinic.sender.number,
      `text ${i}`,
    );
  await file();
  const said = (await read(clinic)).messages.map((message) => message.body);
  expect(said).toEqual(
    Array.from({ length: 60 }, (_, i) => i).flatMap((i) => (i % 3 === 0 ? [] : [`text ${i}`])),
  );
});

test("a text that waited to be filed waits for its person since it came", async () => {
  const clinic = await t.given.clinic();
  await stored(clinic.patient.phone.e164, clinic.sender.number, "hello");
  await stored(clinic.patient.phone.e164, clinic.sender.number, "STOP");
  await file(later(3_600));
  const thread = await read(clinic);
  expect(thread.waitingSince).toBe(wednesdayMorning.toISOString());
  expect(thread.messages.map((message) => [message.body, message.at])).toEqual([
    ["hello", wednesdayMorning.toISOString()],
    // An hour later it is too late for a confirmation.
    ["STOP", wednesdayMorning.toISOString()],
  ]);
});

test("a picture is noted and waits for a person", async () => {
  const clinic = await t.given.clinic();
  await stored(clinic.patient.phone.e164, clinic.sender.number, "", { media: "image" });
  await file();
  const thread = await read(clinic);
  expect(thread.waitingSince).not.toBeNull();
  expect(thread.messages).toEqual([expect.objectContaining({ body: "", media: "image", continues: false })]);
});

const fullPart = "a".repeat(153);
test.each([
  ["after a full part, within ten seconds", fullPart, 10, true],
  ["after 70 characters beyond GSM-7", "ш".repeat(70), 1, true],
  ["later", fullPart, 11, false],
  ["after a shorter text", "a".repeat(152), 1, false],
])("a text continues another %s", async (_, first, seconds, continues) => {
  const clinic = await t.given.clinic();
  await stored(clinic.patient.phone.e164, clinic.sender.number, first);
  await stored(clinic.patient.phone.e164, clinic.sender.number, "and so on", { receivedAt: later(seconds) });
  await file(later(20));
  expect((await read(clinic)).messages.map((message) => message.continues)).toEqual([false, continues]);
});

test("a piece that is wholly STOP stops; START must be the whole of what was said", async () => {
  const { patient, sender } = await t.given.clinic();
  const say = (text: string, seconds: number) =>
    stored(patient.phone.e164, sender.number, text, { receivedAt: later(seconds) });
  await say(fullPart, 0);
  await say("STOP", 1);
  await file(later(2));
  expect(await stoppedAt(patient.phone.id)).toEqual(later(1));
  await say(fullPart, 20);
  await say("START", 21);
  await file(later(22));
  expect(await stoppedAt(patient.phone.id)).toEqual(later(1));
  await say(`ST${".".repeat(151)}`, 40);
  await say("ART", 41);
  await file(later(42));
  expect(await stoppedAt(patient.phone.id)).toBeNull();
});

test.each([
  ["a NUL", "hello\u0000 there", "hello there"],
  ["a lone surrogate", "hello \ud83d there", "hello \ufffd there"],
  ["100 kB", "long ".repeat(20_000), "long ".repeat(20_000)],
])("%s is filed and shown", async (_, text, shown) => {
  const clinic = await t.given.clinic();
  await stored(clinic.patient.phone.e164, clinic.sender.number, text);
  await file();
  expect((await read(clinic)).messages.map((message) => message.body)).toEqual([shown]);
});

test.each(["VALLEYCARE", "72345", "rosa@example.org"])(
  "%s is not a phone: kept, marked, and no thread",
  async (from) => {
    const { sender } = await t.given.clinic();
    const event = await stored(from, sender.number, "hello");
    await file();
    const [row] = await t.db
      .select({ problem: carrierEvents.problem })
      .from(carrierEvents)
      .where(eq(carrierEvents.carrierId, event.carrierId));
    expect(row?.problem).toBe("not_a_phone");
    expect(await t.db.$count(threads, eq(threads.senderId, sender.id))).toBe(0);
  },
);

test("however many workers file, the patient's last word holds: START, then STOP", async () => {
  const { patient, sender } = await t.given.clinic();
  for (let round = 0; round < 10; round += 1) {
    await inTransaction(t.loopCtx(), (tx) =>
      recordStop(tx, { phoneId: patient.phone.id, source: "staff", messageId: null }),
    );
    await stored(patient.phone.e164, sender.number, "START");
    await stored(patient.phone.e164, sender.number, "STOP");
    const worker = async () => {
      while ((await fileInboundTexts(t.loopCtx())) > 0);
    };
    await Promise.all([worker(), worker(), worker()]);
    expect(await stoppedAt(patient.phone.id)).not.toBeNull();
  }
});

test("a STOP to a short code counts", async () => {
  const { patient, program } = await t.given.clinic();
  const sender = await t.given.sender(program.id, { number: "72345", kind: "short_code" });
  await stored(patient.phone.e164, sender.number, "STOP");
  await file();
  expect(await stoppedAt(patient.phone.id)).toEqual(wednesdayMorning);
  expect(await t.db.$count(threads, eq(threads.senderId, sender.id))).toBe(1);
});
