import { createHash, createHmac, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { attempts, carrierEvents, messages, phones, stops } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Forbidden, Invalid } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { testCarrier } from "@/lib/testing-carrier";
import { receiveInbound, receiveStatus } from "./carrier-event";
import { claimTexts } from "./claim";
import { queueTexts } from "./outbox";
import { fileReceipts } from "./receipt";

const carrier = testCarrier();
const t = testDatabase();

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A call as the carrier would sign it, with whatever is changed for the test. */
function signed(
  payload: unknown,
  {
    claims = {},
    header = {},
    secret = carrier.signatureSecret,
    sent,
  }: {
    claims?: Record<string, unknown>;
    header?: Record<string, unknown>;
    secret?: string;
    sent?: Buffer;
  } = {},
) {
  const body = Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload));
  const unsigned = `${part({ alg: "HS256", typ: "JWT", ...header })}.${part({
    iat: Math.floor(Date.now() / 1000),
    jti: randomUUID(),
    iss: "Vonage",
    payload_hash: createHash("sha256").update(body).digest("hex"),
    api_key: carrier.apiKey,
    application_id: carrier.applicationId,
    ...claims,
  })}`;
  const mac = createHmac("sha256", secret).update(unsigned).digest("base64url");
  return { authorization: `Bearer ${unsigned}.${mac}`, body: sent ?? body };
}

const inbound = (more = {}) => ({
  channel: "sms",
  message_uuid: randomUUID(),
  from: "12125550123",
  to: "12125550100",
  timestamp: "2026-03-04T15:00:00Z",
  text: "hello",
  ...more,
});
const ctx = () => ({ ...t.loopCtx(), actor: { kind: "carrier" as const } });
const storedEvents = async () =>
  (await t.db.select({ id: carrierEvents.id }).from(carrierEvents).limit(1_000)).length;

test("a genuine event is stored once, however often it comes, and shows nothing", async () => {
  const before = await storedEvents();
  const payload = inbound({ text: "no siento al bebé" });
  await Promise.all(Array.from({ length: 5 }, () => receiveInbound(ctx(), signed(payload))));
  expect(await storedEvents()).toBe(before + 1);
  const [row] = await t.db
    .select({ payload: carrierEvents.payload })
    .from(carrierEvents)
    .where(eq(carrierEvents.carrierId, payload.message_uuid));
  expect(row?.payload.toString("latin1")).not.toMatch(/siento|2125550123/);
});

const forgeries: [string, () => { authorization: string | null; body: Buffer }][] = [
  ["no token", () => ({ ...signed(inbound()), authorization: null })],
  ["another secret", () => signed(inbound(), { secret: "another secret altogether" })],
  [
    "an altered body",
    () => signed(inbound(), { sent: Buffer.from(JSON.stringify(inbound({ text: "STOP" }))) }),
  ],
  ["an old token", () => signed(inbound(), { claims: { iat: Math.floor(Date.now() / 1000) - 301 } })],
  [
    "a token from the future",
    () => signed(inbound(), { claims: { iat: Math.floor(Date.now() / 1000) + 301 } }),
  ],
  ["alg none", () => signed(inbound(), { header: { alg: "none" } })],
  ["RS256", () => signed(inbound(), { header: { alg: "RS256" } })],
  ["another account", () => signed(inbound(), { claims: { api_key: "somebody" } })],
  ["no payload hash", () => signed(inbound(), { claims: { payload_hash: undefined } })],
];
test.each(forgeries)("an event with %s is refused and not stored", async (_, forge) => {
  const before = await storedEvents();
  await expect(receiveInbound(ctx(), forge())).rejects.toThrow(Forbidden);
  expect(await storedEvents()).toBe(before);
});

test.each([
  "not json",
  "[]",
  JSON.stringify({ channel: "sms" }),
  JSON.stringify(inbound({ message_uuid: "7" })),
])("a signed event that makes no sense is refused in words: %s", async (body) => {
  await expect(receiveInbound(ctx(), signed(body))).rejects.toThrow(Invalid);
});

async function sentText() {
  const clinic = await t.given.clinic();
  const [message] = await inTransaction(t.loopCtx(), (tx) =>
    queueTexts(tx, [
      {
        programId: clinic.program.id,
        senderId: clinic.sender.id,
        phoneId: clinic.patient.phone.id,
        patientId: clinic.patient.id,
        purpose: "outreach",
        body: "Valley Care",
      },
    ]),
  );
  const { claimed } = await inTransaction(t.loopCtx(), (tx) =>
    claimTexts(tx, clinic.sender.id, { all: 10, bulk: 10 }),
  );
  const [attempt] = claimed;
  if (!message || !attempt) throw new Error("nothing was claimed");
  const receipt = (status: string, more = {}) =>
    signed({
      channel: "sms",
      message_uuid: carrierId,
      status,
      client_ref: attempt.attemptId,
      timestamp: "2026-03-04T15:00:00Z",
      ...more,
    });
  const carrierId = randomUUID();
  const state = async () =>
    (
      await t.db
        .select({ state: messages.state })
        .from(messages)
        .where(and(eq(messages.threadId, message.threadId), eq(messages.id, message.messageId)))
    )[0]?.state;
  return { ...clinic, attempt, receipt, state };
}

test("receipts come twice and in any order; the state only moves forward", async () => {
  const text = await sentText();
  for (const status of ["delivered", "submitted", "delivered", "rejected"])
    await receiveStatus(ctx(), text.receipt(status));
  while ((await fileReceipts(t.loopCtx())) > 0);
  expect(await text.state()).toBe("delivered");
});

test("a receipt that comes before our own answer settles the attempt", async () => {
  const text = await sentText();
  await receiveStatus(ctx(), text.receipt("submitted"));
  while ((await fileReceipts(t.loopCtx())) > 0);
  const [attempt] = await t.db
    .select({ outcome: attempts.outcome })
    .from(attempts)
    .where(eq(attempts.id, text.attempt.attemptId));
  expect(attempt?.outcome).toBe("accepted");
  expect(await text.state()).toBe("submitted");
});

test("a number that opted out at the carrier is stopped here too", async () => {
  const text = await sentText();
  await receiveStatus(
    ctx(),
    text.receipt("rejected", { error: { type: "x", title: 1240, detail: "opted out" } }),
  );
  while ((await fileReceipts(t.loopCtx())) > 0);
  const [phone] = await t.db
    .select({ stoppedAt: phones.stoppedAt })
    .from(phones)
    .where(eq(phones.id, text.patient.phone.id));
  expect(phone?.stoppedAt).not.toBeNull();
  expect(
    await t.db.select({ source: stops.source }).from(stops).where(eq(stops.phoneId, text.patient.phone.id)),
  ).toEqual([{ source: "carrier" }]);
});

test("a receipt for a text that we never sent is kept, marked, and changes nothing", async () => {
  const carrierId = randomUUID();
  await receiveStatus(
    ctx(),
    signed({ channel: "sms", message_uuid: carrierId, status: "delivered", client_ref: "not-a-ref" }),
  );
  while ((await fileReceipts(t.loopCtx())) > 0);
  const [row] = await t.db
    .select({ problem: carrierEvents.problem })
    .from(carrierEvents)
    .where(eq(carrierEvents.carrierId, carrierId));
  expect(row?.problem).toBe("unknown_text");
});

test("a receipt that cannot be opened is set aside and does not keep the others", async () => {
  const text = await sentText();
  const broken = { carrierId: randomUUID(), kind: "status" as const, status: "delivered" };
  await t.db.insert(carrierEvents).values({
    ...broken,
    id: t.given.newId(),
    payload: Buffer.from("not sealed"),
    receivedAt: new Date(),
  });
  await receiveStatus(ctx(), text.receipt("delivered"));
  while ((await fileReceipts(t.loopCtx())) > 0);
  expect(await text.state()).toBe("delivered");
  const [row] = await t.db
    .select({
      filedAt: carrierEvents.filedAt,
      parkedAt: carrierEvents.parkedAt,
      problem: carrierEvents.problem,
    })
    .from(carrierEvents)
    .where(eq(carrierEvents.carrierId, broken.carrierId));
  expect(row).toEqual({ filedAt: null, parkedAt: wednesdayMorning, problem: "unreadable" });
});

test("only a short code of the carrier's reason is kept, whatever it says", async () => {
  const text = await sentText();
  const title = `1320\u0000 ${"Rosa ".repeat(50)}`;
  await receiveStatus(ctx(), text.receipt("rejected", { error: { title } }));
  await fileReceipts(t.loopCtx());
  const [message] = await t.db
    .select({ reason: messages.reason })
    .from(messages)
    .where(eq(messages.id, text.attempt.messageId));
  expect(message?.reason).toBe("carrier unknown");
});
