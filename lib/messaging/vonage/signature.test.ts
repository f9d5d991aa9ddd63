import { createHash, createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { signatureFault } from "./signature";

const now = 1_800_000_000;
const secret = "a secret of the account";
const account = { signatureSecret: secret, apiKey: "key", applicationId: "app" };
const body = Buffer.from('{"text":"hello"}');
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const claims = {
  iat: now,
  jti: "1",
  iss: "Vonage",
  payload_hash: createHash("sha256").update(body).digest("hex"),
  api_key: "key",
  application_id: "app",
};

function bearer(changed: object = {}, { header = {}, key = secret } = {}) {
  const signed = `${part({ alg: "HS256", typ: "JWT", ...header })}.${part({ ...claims, ...changed })}`;
  return `Bearer ${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
}
const fault = (authorization: string | null, more: { body?: Buffer; secret?: string } = {}) =>
  signatureFault(
    { authorization, body: more.body ?? body },
    { ...account, signatureSecret: more.secret ?? secret },
    now,
  );

test("a genuine call, up to five minutes old or early", () => {
  for (const iat of [now, now - 300, now + 300]) expect(fault(bearer({ iat }))).toBeNull();
  expect(fault(bearer({ application_id: undefined }))).toBeNull();
  expect(fault(bearer({ payload_hash: claims.payload_hash.toUpperCase() }))).toBeNull();
});

test.each<[string, string | null, string]>([
  ["no token", null, "missing"],
  ["Basic", "Basic a2V5OnNlY3JldA==", "missing"],
  ["two parts", bearer().split(".").slice(0, 2).join("."), "missing"],
  ["alg none", bearer({}, { header: { alg: "none" } }), "algorithm"],
  ["alg RS256", bearer({}, { header: { alg: "RS256" } }), "algorithm"],
  ["alg HS512", bearer({}, { header: { alg: "HS512" } }), "algorithm"],
  ["another secret", bearer({}, { key: "another secret of old" }), "signature"],
  ["no secret", bearer({}, { key: "" }), "signature"],
  ["no signature", bearer().replace(/[^.]*$/, ""), "signature"],
  ["half a signature", bearer().slice(0, -20), "signature"],
  ["another issuer", bearer({ iss: "Nexmo" }), "malformed"],
  ["no issuer", bearer({ iss: undefined }), "malformed"],
  ["a time in words", bearer({ iat: "now" }), "malformed"],
  ["no hash", bearer({ payload_hash: undefined }), "malformed"],
  ["too old", bearer({ iat: now - 301 }), "stale"],
  ["too early", bearer({ iat: now + 301 }), "stale"],
  ["another body", bearer({ payload_hash: "0".repeat(64) }), "body"],
  ["another key", bearer({ api_key: "other" }), "account"],
  ["another application", bearer({ application_id: "other" }), "account"],
])("%s is refused", (_, authorization, expected) => {
  expect(fault(authorization)).toBe(expected);
});

test("the hash is of the raw bytes: a body that only reads the same is refused", () => {
  expect(fault(bearer(), { body: Buffer.from('{"text": "hello"}') })).toBe("body");
});

test("bytes that are no UTF-8 are hashed as they are", () => {
  const raw = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
  const payload_hash = createHash("sha256").update(raw).digest("hex");
  expect(fault(bearer({ payload_hash }), { body: raw })).toBeNull();
  expect(fault(bearer({ payload_hash }), { body: Buffer.from(raw.toString()) })).toBe("body");
});

test("while secrets change over, both are good and nothing else is", () => {
  const next = "the secret that follows";
  const both = `${next}, ${secret}`;
  expect(fault(bearer(), { secret: both })).toBeNull();
  expect(fault(bearer({}, { key: next }), { secret: both })).toBeNull();
  expect(fault(bearer({}, { key: both }), { secret: both })).toBe("signature");
  expect(fault(bearer({}, { key: "" }), { secret: `${secret},` })).toBe("signature");
});

test("one secret with a comma within stays one", () => {
  const odd = "short,and-then-a-long-rest";
  expect(fault(bearer({}, { key: odd }), { secret: odd })).toBeNull();
  expect(fault(bearer({}, { key: "short" }), { secret: odd })).toBe("signature");
});
