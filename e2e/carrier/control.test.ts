import { expect, test } from "vitest";
import { account, clinic, givenCarrier, givenReceiver, patient, provenClaims, sha256 } from "./testing";

test("a test can make a patient text the clinic", async () => {
  const receiver = await givenReceiver();
  const carrier = await givenCarrier({ receiver });

  const response = await carrier.post("/control/inbound", {
    from: patient,
    to: clinic,
    text: "llámeme por favor",
  });
  await carrier.settled();

  expect(response.status).toBe(202);
  expect(receiver.at("/inbound")).toEqual([
    {
      channel: "sms",
      message_uuid: (await response.json()).message_uuid,
      to: clinic,
      from: patient,
      timestamp: expect.stringMatching(/Z$/),
      text: "llámeme por favor",
      sms: { num_messages: "1", keyword: "LLÁMEME" },
      usage: { currency: "EUR", price: "0.0072" },
      origin: { network_code: "00101" },
    },
  ]);
});

test.each([{ from: `+${patient}`, to: clinic, text: "hi" }, { from: patient, to: clinic }, {}, "{"])(
  "a control call that makes no sense is refused: %j",
  async (body) => {
    const carrier = await givenCarrier({ receiver: await givenReceiver() });

    const response = await carrier.post("/control/inbound", body);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ detail: expect.stringMatching(/\.$/) });
  },
);

test("a test can make many patients text at once, all or none", async () => {
  const receiver = await givenReceiver();
  const carrier = await givenCarrier({ receiver });
  const texts = ["one", "two", "three"].map((text) => ({ from: patient, to: clinic, text }));

  const refused = await carrier.post("/control/inbound", { texts: [...texts, { from: patient }] });
  const response = await carrier.post("/control/inbound", { texts });
  await carrier.settled();

  expect(refused.status).toBe(400);
  expect((await response.json()).message_uuids.sort()).toEqual(
    receiver
      .at("/inbound")
      .map(({ message_uuid }) => message_uuid)
      .sort(),
  );
  expect(
    receiver
      .at("/inbound")
      .map(({ text }) => text)
      .sort(),
  ).toEqual(["one", "three", "two"]);
});

test("a picture is an MMS, its text the caption", async () => {
  const receiver = await givenReceiver();
  const carrier = await givenCarrier({ receiver });

  await carrier.post("/control/inbound", { from: patient, to: clinic, image: true, text: "my rash" });
  await carrier.settled();

  expect(receiver.at("/inbound")).toEqual([
    {
      channel: "mms",
      message_type: "image",
      message_uuid: expect.any(String),
      to: clinic,
      from: patient,
      timestamp: expect.stringMatching(/Z$/),
      image: { url: expect.stringMatching(/^https:/), name: "image.jpg", caption: "my rash" },
      origin: { network_code: "00101" },
    },
  ]);
});

test.each(["no JSON", `{"text":"${"x".repeat(100_000)}"}`, '{"text":"\\u0000 \\ud800"}', ""])(
  "a raw webhook goes as it is, well signed: %#",
  async (raw) => {
    const receiver = await givenReceiver();
    const carrier = await givenCarrier({ receiver });

    const response = await carrier.post("/control/webhook", { kind: "inbound", raw });

    expect(await response.json()).toEqual({ status: 200 });
    expect(receiver.arrivals).toMatchObject([{ path: "/inbound", rawBody: raw }]);
    expect(receiver.arrivals.map(provenClaims)).toMatchObject([{ payload_hash: sha256(raw) }]);
  },
);

test("a webhook sent by hand is well signed, and its answer comes back", async () => {
  const receiver = await givenReceiver(0, () => 418);
  const carrier = await givenCarrier({ receiver });

  const response = await carrier.post("/control/webhook", {
    kind: "status",
    payload: { status: "delivered" },
  });

  expect(await response.json()).toEqual({ status: 418 });
  expect(receiver.at("/status")).toEqual([{ status: "delivered" }]);
  const claims = receiver.arrivals.map(provenClaims);
  expect(claims).toMatchObject([{ payload_hash: sha256('{"status":"delivered"}'), api_key: account.apiKey }]);
});

test.each(["wrong-secret", "stale", "altered", "alg-none", "no-header"])(
  "a forged webhook has exactly one fault: %s",
  async (forge) => {
    const receiver = await givenReceiver();
    const carrier = await givenCarrier({ receiver });

    await carrier.post("/control/webhook", { kind: "inbound", payload: { text: "STOP" }, forge });

    const [arrival] = receiver.arrivals;
    if (!arrival) throw new Error("No webhook arrived.");
    expect(faultOf(arrival)).toBe(forge);
  },
);

function faultOf(arrival: { path: string; authorization: string | undefined; rawBody: string }): string {
  const { authorization, rawBody } = arrival;
  if (authorization === undefined) return "no-header";
  const [head = ""] = authorization.replace("Bearer ", "").split(".");
  if (authorization.endsWith(".") && Buffer.from(head, "base64url").includes('"none"')) return "alg-none";

  let claims: Record<string, unknown>;
  try {
    claims = provenClaims(arrival);
  } catch {
    return "wrong-secret";
  }
  if (claims.payload_hash !== sha256(rawBody)) return "altered";
  return Number(claims.iat) < Date.now() / 1000 - 600 ? "stale" : "none";
}
