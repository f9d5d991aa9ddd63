import { createHash, createHmac, randomUUID } from "node:crypto";

/** The carrier account of tests that call a webhook's route, as settings. */
export const webhookAccount = {
  VONAGE_API_KEY: "testkey1",
  VONAGE_APPLICATION_ID: randomUUID(),
  VONAGE_PRIVATE_KEY: "-----BEGIN PRIVATE KEY-----",
  VONAGE_SIGNATURE_SECRET: "a secret that only tests know",
};

export interface Forgery {
  alg?: string;
  secret?: string;
  ageSeconds?: number;
  /** What is sent instead of what was signed. */
  sent?: string;
  unsigned?: boolean;
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A webhook as the carrier signs it, and what a forger may change about it. */
export function webhookCall(
  said: unknown,
  {
    alg = "HS256",
    secret = webhookAccount.VONAGE_SIGNATURE_SECRET,
    ageSeconds = 0,
    sent,
    unsigned,
  }: Forgery = {},
): Request {
  const body = typeof said === "string" ? said : JSON.stringify(said);
  const token = `${part({ alg, typ: "JWT" })}.${part({
    iat: Math.floor(Date.now() / 1000) - ageSeconds,
    jti: randomUUID(),
    iss: "Vonage",
    payload_hash: createHash("sha256").update(body).digest("hex"),
    api_key: webhookAccount.VONAGE_API_KEY,
    application_id: webhookAccount.VONAGE_APPLICATION_ID,
  })}`;
  const mac = alg === "none" ? "" : createHmac("sha256", secret).update(token).digest("base64url");
  return new Request("http://localhost:3000/api/vonage", {
    method: "POST",
    headers: unsigned ? {} : { authorization: `Bearer ${token}.${mac}` },
    body: sent ?? body,
  });
}
