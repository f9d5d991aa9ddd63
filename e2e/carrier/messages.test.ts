import { createHmac, generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  account,
  bearer,
  clinic,
  givenCarrier,
  givenReceiver,
  ours,
  patient,
  rs256,
  temporaryFile,
  text,
} from "./testing";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const problem = { type: expect.any(String), title: expect.any(String), detail: expect.any(String) };
const instance = expect.stringMatching(/^[0-9a-f]{32}$/);

test("an accepted text is in the ledger when the answer arrives", async () => {
  const ledgerPath = temporaryFile("ledger.jsonl");
  const carrier = await givenCarrier({ receiver: await givenReceiver(), ledgerPath });

  const response = await carrier.send({ client_ref: "attempt-1" });

  expect(response.status).toBe(202);
  const { message_uuid } = await response.json();
  expect(message_uuid).toMatch(uuid);
  const line = { n: 1, message_uuid, client_ref: "attempt-1", from: clinic, to: patient, text: text.text };
  expect(JSON.parse(readFileSync(ledgerPath, "utf8"))).toEqual({
    ...line,
    at: expect.stringMatching(/^20.*Z$/),
  });
});

test("the same client_ref twice is two texts: Vonage promises no more", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });

  await carrier.send({ client_ref: "once" });
  await carrier.send({ client_ref: "once" });

  expect(await carrier.get(`/control/ledger?to=${patient}`)).toMatchObject([
    { n: 1, client_ref: "once" },
    { n: 2, client_ref: "once" },
  ]);
});

const past = Math.floor(Date.now() / 1000) - 1000;
const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
const publicPem = ours.publicKey.export({ type: "spki", format: "pem" });
const hs256 = (unsigned: string) => createHmac("sha256", publicPem).update(unsigned).digest("base64url");

test.each<[string, string]>([
  ["nothing", ""],
  ["a password", `Basic ${Buffer.from(`${account.apiKey}:secret`).toString("base64")}`],
  ["no JWT", "Bearer hello"],
  ["a stranger's key", bearer({ signature: (unsigned) => rs256(unsigned, stranger.privateKey) })],
  ["no algorithm", bearer({ head: { alg: "none" }, signature: () => "" })],
  ["the public key as an HS256 secret", bearer({ head: { alg: "HS256" }, signature: hs256 })],
  ["an HS256 signature said to be RS256", bearer({ signature: hs256 })],
  ["an expired token", bearer({ claims: { iat: past, exp: past + 900 } })],
  ["an old token without exp", bearer({ claims: { iat: past, exp: undefined } })],
  ["another application", bearer({ claims: { application_id: "another" } })],
  ["no jti", bearer({ claims: { jti: undefined } })],
])("%s is refused with 401", async (_, authorization) => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });

  const response = await carrier.send({}, authorization);

  expect(response.status).toBe(401);
  expect(await response.json()).toEqual({ ...problem, instance });
  expect(await carrier.get("/control/ledger")).toEqual([]);
});

test.each<[string, object, string, string[]]>([
  ["an unknown channel", { channel: "pigeon" }, "Unsupported channel", []],
  ["another message type", { message_type: "image" }, "Invalid message type", []],
  ["a long client_ref", { client_ref: "x".repeat(101) }, "Invalid client reference", []],
  ["a missing recipient", { to: undefined }, "Invalid params", ["to"]],
  ["a plus sign", { to: `+${patient}` }, "Invalid params", ["to"]],
  ["a number instead of a string", { to: Number(patient) }, "Invalid params", ["to"]],
  ["too short a number", { to: "555010" }, "Invalid params", ["to"]],
  ["a sender that is neither", { from: "Valley Care Team" }, "Invalid params", ["from"]],
  ["no text", { text: "" }, "Invalid params", ["text"]],
  ["too long a text", { text: "x".repeat(1001) }, "Invalid params", ["text"]],
  ["an encoding unheard of", { sms: { encoding_type: "morse" } }, "Invalid params", ["sms.encoding_type"]],
  ["a ttl in words", { ttl: "an hour" }, "Invalid params", ["ttl"]],
  ["a failover, which is not played", { failover: [] }, "Invalid params", ["failover"]],
  ["everything missing", { channel: undefined, text: undefined }, "Invalid params", ["channel", "text"]],
])("%s is refused with 422", async (_, sms, title, names) => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });

  const response = await carrier.send(sms);

  expect(response.status).toBe(422);
  const faults = names.map((name) => ({ name, reason: expect.stringMatching(/\.$/) }));
  const expected = names.length > 0 ? { invalid_parameters: faults } : {};
  expect(await response.json()).toEqual({ ...problem, title, instance, ...expected });
  expect(await carrier.get("/control/ledger")).toEqual([]);
});

test("a body that is not JSON is refused with 422", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });

  const response = await carrier.post("/v1/messages", "{", { authorization: bearer() });

  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({
    ...problem,
    type: "https://developer.vonage.com/api-errors#invalid-json",
    instance,
  });
});

test("more than the rate is refused with 429, and never accepted", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver(), perSecond: 5 });

  const responses = await Promise.all(Array.from({ length: 8 }, () => carrier.send()));

  const refused = responses.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(3);
  expect(await refused[0]?.json()).toEqual({
    ...problem,
    type: "https://developer.vonage.com/api-errors/messages#1000",
    instance,
  });
  expect(await carrier.get("/control/ledger")).toHaveLength(5);
});

test("the rate can be changed while it runs", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver(), perSecond: 0 });
  expect((await carrier.send()).status).toBe(429);

  await carrier.post("/control/rate", { perSecond: 2 });

  expect((await carrier.send()).status).toBe(202);
});

test("there is nothing else to call", async () => {
  const carrier = await givenCarrier({ receiver: await givenReceiver() });

  expect((await carrier.post("/v1/calls", {})).status).toBe(404);
});
