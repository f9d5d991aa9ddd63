import { expect, test } from "vitest";
import {
  account,
  clinic,
  eventually,
  givenCarrier,
  givenReceiver,
  patient,
  provenClaims,
  sha256,
} from "./testing";

test("a text is submitted, then delivered, and both are signed", async () => {
  const receiver = await givenReceiver();
  const carrier = await givenCarrier({ receiver });

  const { message_uuid } = await (
    await carrier.send({ client_ref: "attempt-1", text: "x".repeat(161) })
  ).json();
  await carrier.settled();

  const receipt = {
    message_uuid,
    to: patient,
    from: clinic,
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    channel: "sms",
    client_ref: "attempt-1",
    usage: { currency: "EUR", price: "0.0144" },
    destination: { network_code: "00101" },
    sms: { count_total: "2" },
  };
  const statuses = ["delivered", "submitted"].map((status) => ({ ...receipt, status }));
  expect(receiver.at("/status").sort(byStatus)).toEqual(statuses);

  const claims = receiver.arrivals.map(provenClaims);
  expect(claims[0]).toEqual({
    iat: expect.any(Number),
    jti: expect.any(String),
    iss: "Vonage",
    payload_hash: sha256(receiver.arrivals[0]?.rawBody ?? ""),
    api_key: account.apiKey,
    application_id: account.applicationId,
  });
  expect(claims[0]?.jti).not.toBe(claims[1]?.jti);
});

test("the ends of numbers decide what becomes of a text", async () => {
  const receiver = await givenReceiver();
  const carrier = await givenCarrier({ receiver });

  for (const end of ["0190", "0191", "0193"]) await carrier.send({ to: `1312555${end}` });
  await carrier.settled();

  const seen = receiver.at("/status").sort(byStatus);
  const error = (title: string) => ({
    type: `https://developer.vonage.com/api-errors/messages#${title}`,
    title,
    detail: expect.any(String),
    instance: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  expect(seen).toMatchObject([
    { to: "13125550190", status: "rejected", error: error("1240") },
    { to: "13125550191", status: "submitted" },
    { to: "13125550191", status: "undeliverable", error: error("1300") },
  ]);
  expect(seen[0]).not.toHaveProperty("usage");
  expect(seen[1]).not.toHaveProperty("error");
});

test.each([500, 503, 429])(
  "a receiver that answers %i gets the same event again, signed anew",
  async (refusal) => {
    const receiver = await givenReceiver(0, (_, nth) => (nth <= 3 ? refusal : 200));
    const carrier = await givenCarrier({ receiver, speed: 1000 });

    await carrier.post("/control/inbound", { from: patient, to: clinic, text: "yes please call" });
    await carrier.settled();

    expect(receiver.arrivals).toHaveLength(4);
    expect(new Set(receiver.arrivals.map(({ rawBody }) => rawBody)).size).toBe(1);
    expect(new Set(receiver.arrivals.map((arrival) => provenClaims(arrival).jti)).size).toBe(4);
    expect((await carrier.get("/control/state")).webhooks).toEqual({ delivered: 1, pending: 0, dropped: 0 });
  },
);

test("nothing is lost while the receiver is down", async () => {
  const gone = await givenReceiver();
  gone.close();
  const carrier = await givenCarrier({ receiver: gone, speed: 200 });
  for (let sent = 0; sent < 20; sent += 1) await carrier.send();
  expect((await carrier.get("/control/state")).webhooks).toEqual({ delivered: 0, pending: 40, dropped: 0 });

  const back = await givenReceiver(gone.port);
  await carrier.settled();

  expect(back.arrivals).toHaveLength(40);
});

test("a receiver that refuses an event never gets it again", async () => {
  const receiver = await givenReceiver(0, () => 401);
  const carrier = await givenCarrier({ receiver, speed: 1000 });

  await carrier.post("/control/inbound", { from: patient, to: clinic, text: "hello" });
  await carrier.settled();

  expect((await carrier.get("/control/state")).webhooks).toEqual({ delivered: 0, pending: 0, dropped: 1 });
  expect(receiver.arrivals).toHaveLength(1);
});

test("an event nobody takes for a day is dropped", async () => {
  const receiver = await givenReceiver(0, () => 503);
  const carrier = await givenCarrier({ receiver, speed: 1_000_000 });

  await carrier.post("/control/inbound", { from: patient, to: clinic, text: "hello" });

  await eventually(async () => {
    expect((await carrier.get("/control/state")).webhooks).toEqual({ delivered: 0, pending: 0, dropped: 1 });
  });
  // 5 s doubling to 15 min is eight tries in the first 21 minutes, then four an hour.
  expect(receiver.arrivals).toHaveLength(103);
});

function byStatus(one: Record<string, unknown>, other: Record<string, unknown>): number {
  return `${one.to}${one.status}`.localeCompare(`${other.to}${other.status}`);
}
