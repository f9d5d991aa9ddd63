import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const Header = z.object({ alg: z.literal("HS256") });
const Claims = z.object({
  iat: z.number(),
  jti: z.string().min(1),
  iss: z.literal("Vonage"),
  payload_hash: z.string().regex(/^[0-9a-f]{64}$/i),
  api_key: z.string().optional(),
  application_id: z.string().optional(),
});

export type SignatureFault =
  | "missing"
  | "malformed"
  | "algorithm"
  | "signature"
  | "stale"
  | "body"
  | "account";

const toleranceSeconds = 300;
const shortestSecret = 16;

/**
 * Checks a webhook as Vonage signs it: HS256 only, the hash over the raw bytes, at most five minutes old.
 * The SDK's own check takes any body and any age. Null when it is genuine.
 */
export function signatureFault(
  call: { authorization: string | null; body: Buffer },
  account: { signatureSecret: string; apiKey: string; applicationId: string },
  nowSeconds: number,
): SignatureFault | null {
  const token = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]*)$/i.exec(call.authorization ?? "");
  if (!token?.[1] || !token[2]) return "missing";
  const header = Header.safeParse(decode(token[1]));
  if (!header.success) return "algorithm";
  const signed = `${token[1]}.${token[2]}`;
  const signature = Buffer.from(token[3] ?? "", "base64url");
  if (!secretsOf(account.signatureSecret).some((secret) => isSame(mac(secret, signed), signature)))
    return "signature";
  const claims = Claims.safeParse(decode(token[2]));
  if (!claims.success) return "malformed";
  if (Math.abs(nowSeconds - claims.data.iat) > toleranceSeconds) return "stale";
  const bodyHash = createHash("sha256").update(call.body).digest();
  if (!isSame(bodyHash, Buffer.from(claims.data.payload_hash, "hex"))) return "body";
  if (claims.data.api_key !== undefined && claims.data.api_key !== account.apiKey) return "account";
  if (claims.data.application_id !== undefined && claims.data.application_id !== account.applicationId)
    return "account";
  return null;
}

/** While secrets are changed over, two stand side by side with a comma. One with a comma within is left whole. */
function secretsOf(setting: string): string[] {
  const secrets = setting.split(",").map((secret) => secret.trim());
  return secrets.length === 2 && secrets.every((secret) => secret.length >= shortestSecret)
    ? secrets
    : [setting];
}

const mac = (secret: string, text: string) => createHmac("sha256", secret).update(text).digest();

const isSame = (a: Buffer, b: Buffer) => a.length === b.length && timingSafeEqual(a, b);

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
