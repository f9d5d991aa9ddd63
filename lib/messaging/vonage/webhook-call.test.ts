import { createHash, createHmac, randomUUID } from "node:crypto";
import { beforeAll, expect, test, vi } from "vitest";
import { Forbidden, Invalid } from "@/lib/errors";
import { InboundPayload } from "./payload";
import { genuine } from "./webhook-call";

const secret = "a secret of the account";
beforeAll(() => {
  vi.stubEnv("VONAGE_API_KEY", "key");
  vi.stubEnv("VONAGE_APPLICATION_ID", "6f1f7f0e-6b0f-4b0e-9a53-0d6d8f3a1c11");
  vi.stubEnv("VONAGE_PRIVATE_KEY", "PRIVATE KEY");
  vi.stubEnv("VONAGE_SIGNATURE_SECRET", secret);
});

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function signed(body: Buffer, key = secret) {
  const payload_hash = createHash("sha256").update(body).digest("hex");
  const claims = { iat: Math.floor(Date.now() / 1000), jti: "1", iss: "Vonage", payload_hash };
  const unsigned = `${part({ alg: "HS256" })}.${part(claims)}`;
  const mac = createHmac("sha256", key).update(unsigned).digest("base64url");
  return { authorization: `Bearer ${unsigned}.${mac}`, body };
}

const inbound = (text: string) =>
  JSON.stringify({
    channel: "sms",
    message_uuid: randomUUID(),
    from: "12125550123",
    to: "12125550100",
    text,
  });
const read = (body: Buffer | string) => genuine("inbound", InboundPayload, signed(Buffer.from(body)));

test("a genuine event is read", () => {
  expect(read(inbound("hola")).text).toBe("hola");
  expect(read(`\ufeff${inbound("behind a byte order mark")}`).text).toBe("behind a byte order mark");
});

test("bytes that are no UTF-8 leave a hole in the text and lose nothing else", () => {
  const body = Buffer.from(inbound("bebX aqui"));
  body[body.indexOf("X")] = 0xe9;
  expect(read(body).text).toBe("beb\ufffd aqui");
});

test.each([
  ["words", "no json"],
  ["nothing", ""],
  ["a list", "[]"],
  ["null", "null"],
  ["a deep nest", "[".repeat(200_000)],
  ["half of it", inbound("hola").slice(0, -5)],
  ["an event of another kind", "{}"],
])("a signed body of %s is refused in words", (_, body) => {
  expect(() => read(body)).toThrow(Invalid);
});

test("a forged one is refused before it is read", () => {
  expect(() => genuine("inbound", InboundPayload, signed(Buffer.from("no json"), "another secret"))).toThrow(
    Forbidden,
  );
});
