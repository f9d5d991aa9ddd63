import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { carrierEvents, phones, threads } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { recordStop } from "@/lib/messaging/stop";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { fileInboundText } from "./arrival";

const t = testDatabase();

/** A text as the webhook stores it; without `sealed` it cannot be opened. */
async function stored(from: string, to: string, text: string, { sealed = true } = {}) {
  const carrierId = randomUUID();
  const payload = { channel: "sms", message_uuid: carrierId, from: digits(from), to: digits(to), text };
  const row = sealed ? `${carrierId}:inbound:` : "another row";
  const event = {
    carrierId,
    kind: "inbound" as const,
    status: "",
    id: t.given.newId(),
    receivedAt: wednesdayMorning,
    payload: seal("carrier_events.payload", row, JSON.stringify(payload)),
  };
  await t.db.insert(carrierEvents).values(event);
  return event;
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

test("a STOP is filed although an earlier text cannot be, which stays and is tried again", async () => {
  const { patient, sender } = await t.given.clinic();
  const broken = await stored(patient.phone.e164, sender.number, "hello", { sealed: false });
  await stored(patient.phone.e164, sender.number, "STOP");
  for (let tries = 0; tries < 3; tries += 1) await expect(fileInboundText(t.loopCtx())).rejects.toThrow();

  expect(await fileInboundText(t.loopCtx())).toBe(1);
  expect(await stoppedAt(patient.phone.id)).toEqual(wednesdayMorning);
  expect(await filedAt(broken.carrierId)).toBeNull();
  expect(await fileInboundText(t.loopCtx())).toBe(0);

  const aMinuteLater = new Date(wednesdayMorning.getTime() + 60_000);
  await expect(fileInboundText(t.loopCtx({ now: aMinuteLater }))).rejects.toThrow();
  await t.db.delete(carrierEvents).where(eq(carrierEvents.carrierId, broken.carrierId));
});

test("however many workers file, the patient's last word holds: START, then STOP", async () => {
  const { patient, sender } = await t.given.clinic();
  for (let round = 0; round < 10; round += 1) {
    await inTransaction(t.loopCtx(), (tx) =>
      recordStop(tx, { phoneId: patient.phone.id, source: "staff", messageId: null }),
    );
    await stored(patient.phone.e164, sender.number, "START");
    await stored(patient.phone.e164, sender.number, "STOP");
    const worker = async () => {
      while ((await fileInboundText(t.loopCtx())) > 0);
    };
    await Promise.all([worker(), worker(), worker()]);
    expect(await stoppedAt(patient.phone.id)).not.toBeNull();
  }
});

test("a STOP to a short code counts", async () => {
  const { patient, program } = await t.given.clinic();
  const sender = await t.given.sender(program.id, { number: "72345", kind: "short_code" });
  await stored(patient.phone.e164, sender.number, "STOP");
  expect(await fileInboundText(t.loopCtx())).toBe(1);
  expect(await stoppedAt(patient.phone.id)).toEqual(wednesdayMorning);
  expect(await t.db.$count(threads, eq(threads.senderId, sender.id))).toBe(1);
});
