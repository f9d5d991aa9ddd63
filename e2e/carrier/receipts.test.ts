import { expect, test } from "vitest";
import type { AskedRule } from "./fault";
import { clinic, eventually, givenCarrier, givenReceiver, patient } from "./testing";

async function statusesWith(...rules: AskedRule[]) {
  const receiver = await givenReceiver();
  const carrier = await givenCarrier({ receiver });
  await carrier.play(...rules);
  await carrier.send({ client_ref: "attempt-1" });
  await carrier.settled();
  expect(await carrier.get("/control/ledger")).toHaveLength(1);
  return receiver.at("/status");
}

test("no receipt ever tells of a text", async () => {
  expect(await statusesWith({ fault: "no_receipts" })).toEqual([]);
});

test("a text is rejected with the code that was asked for", async () => {
  expect(await statusesWith({ fault: "reject", code: "1210" })).toMatchObject([
    {
      status: "rejected",
      client_ref: "attempt-1",
      error: { title: "1210", type: expect.stringMatching(/#1210$/) },
    },
  ]);
});

test("a text is undeliverable with the code that was asked for, and nothing adds to that", async () => {
  const seen = await statusesWith({ fault: "undeliverable", code: "1180" }, { fault: "reject" });

  expect(seen.map(({ status }) => status).sort()).toEqual(["submitted", "undeliverable"]);
  expect(seen.find(({ status }) => status === "undeliverable")).toMatchObject({ error: { title: "1180" } });
});

test("duplicates are the very same event, several times at once", async () => {
  let inside = 0;
  let most = 0;
  const receiver = await givenReceiver(
    0,
    () => 200,
    async () => {
      inside += 1;
      most = Math.max(most, inside);
      await eventually(() => expect(most).toBeGreaterThanOrEqual(5));
      inside -= 1;
    },
  );
  const carrier = await givenCarrier({ receiver });
  await carrier.play({ fault: "duplicate_receipts", times: 5 });

  await carrier.send();
  await carrier.settled();

  const bodies = receiver.arrivals.map(({ rawBody }) => rawBody);
  expect(bodies).toHaveLength(10);
  expect(new Set(bodies).size).toBe(2);
});

test("shuffled receipts come in both orders, the same for the same client_ref", async () => {
  const ordersOf = async () => {
    const receiver = await givenReceiver();
    const carrier = await givenCarrier({ receiver, webhooksAtOnce: 1, patients: "spring", speed: 20 });
    await carrier.play({ fault: "shuffled_receipts" });
    for (let n = 0; n < 12; n += 1) await carrier.send({ client_ref: `attempt-${n}` });
    await carrier.settled();
    const firsts = new Map<unknown, unknown>();
    for (const { client_ref, status } of receiver.at("/status"))
      if (!firsts.has(client_ref)) firsts.set(client_ref, status);
    return [...firsts].sort();
  };

  const orders = await ordersOf();

  expect(new Set(orders.map(([, first]) => first))).toEqual(new Set(["submitted", "delivered"]));
  expect(await ordersOf()).toEqual(orders);
});

test("late receipts come after those of later texts, whatever the speed", async () => {
  const receiver = await givenReceiver();
  const carrier = await givenCarrier({ receiver, speed: 1000 });
  await carrier.play({ fault: "late_receipts", ms: 300, to: patient });

  await carrier.send({ client_ref: "late" });
  await carrier.send({ client_ref: "prompt", to: "13125550143" });
  await carrier.settled();

  const order = receiver.at("/status").map(({ client_ref }) => client_ref);
  expect(order).toEqual(["prompt", "prompt", "late", "late"]);
});

test("held receipts wait until they are released; patients are not held", async () => {
  const receiver = await givenReceiver();
  const carrier = await givenCarrier({ receiver });
  await carrier.post("/control/receipts", { held: true });

  for (let n = 0; n < 3; n += 1) await carrier.send();
  await carrier.post("/control/inbound", { from: patient, to: clinic, text: "hello" });
  await eventually(async () => {
    const { receipts, webhooks } = await carrier.get("/control/state");
    expect({ receipts, webhooks }).toEqual({
      receipts: { held: true, waiting: 6 },
      webhooks: { delivered: 1, pending: 6, dropped: 0 },
    });
  });
  expect(receiver.at("/status")).toEqual([]);
  const released = await carrier.post("/control/receipts", { held: false });

  expect(await released.json()).toEqual({ held: false, waiting: 0 });
  await carrier.settled();
  expect(receiver.at("/status")).toHaveLength(6);
});

test("a patient's text can come twice, with one message_uuid", async () => {
  const receiver = await givenReceiver();
  const carrier = await givenCarrier({ receiver });
  await carrier.play({ fault: "duplicate_inbound", times: 3, to: patient });

  await carrier.post("/control/inbound", { from: patient, to: clinic, text: "hello" });
  await carrier.post("/control/inbound", { from: "13125550143", to: clinic, text: "hello" });
  await carrier.settled();

  const of = (phone: string) => receiver.at("/inbound").filter(({ from }) => from === phone);
  expect(of(patient)).toHaveLength(3);
  expect(new Set(of(patient).map(({ message_uuid }) => message_uuid)).size).toBe(1);
  expect(of("13125550143")).toHaveLength(1);
});

test("what was not delivered when the carrier stopped is delivered when it starts again", async () => {
  const gone = await givenReceiver();
  gone.close();
  const first = await givenCarrier({ receiver: gone });
  const ledgerPath = first.ledgerPath;
  await first.post("/control/inbound", { from: patient, to: clinic, text: "hello" });
  await first.post("/control/receipts", { held: true });
  await first.send({ client_ref: "attempt-1" });
  await eventually(async () => {
    expect((await first.get("/control/state")).receipts.waiting).toBe(2);
  });
  await first.close();

  const back = await givenReceiver(gone.port);
  const again = await givenCarrier({ receiver: back, ledgerPath, speed: 100 });
  await again.settled();

  expect(
    back
      .at("/status")
      .map(({ status }) => status)
      .sort(),
  ).toEqual(["delivered", "submitted"]);
  expect(back.at("/inbound")).toMatchObject([{ from: patient, text: "hello" }]);

  await again.close();
  const third = await givenCarrier({ receiver: back, ledgerPath });
  expect((await third.get("/control/state")).webhooks).toEqual({ delivered: 0, pending: 0, dropped: 0 });
});
