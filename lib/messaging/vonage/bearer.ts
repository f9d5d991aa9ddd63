import { createPrivateKey, type KeyObject, randomUUID, sign } from "node:crypto";

const bearerMilliseconds = 10 * 60_000;

/**
 * Bearer tokens of the application, for every API of Vonage that takes one. Signing costs more than all the rest of
 * a call: one token serves for ten of its fifteen minutes. Throws on a key that cannot sign.
 */
export function bearers(settings: { applicationId: string; privateKey: string }): () => string {
  const key = rsaKey(settings.privateKey);
  let made: { token: string; at: number } | undefined;
  return () => {
    // A clock that was set back must not keep an old token alive.
    if (!made || Math.abs(Date.now() - made.at) > bearerMilliseconds) {
      const iat = Math.floor(Date.now() / 1000);
      const claims = { application_id: settings.applicationId, iat, exp: iat + 900, jti: randomUUID() };
      const unsigned = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
      const signature = sign("sha256", Buffer.from(unsigned), key).toString("base64url");
      made = { token: `${unsigned}.${signature}`, at: Date.now() };
    }
    return made.token;
  };
}

/** The head of every call that carries JSON. */
export const headersOf = (token: string) => ({
  authorization: `Bearer ${token}`,
  "content-type": "application/json",
  accept: "application/json",
  "user-agent": "hearback",
});

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function rsaKey(pem: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch {
    // The sentence below says it, without the key.
  }
  if (key?.asymmetricKeyType !== "rsa" || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new Error("VONAGE_PRIVATE_KEY is not an RSA private key of 2048 bits or more.");
  return key;
}
