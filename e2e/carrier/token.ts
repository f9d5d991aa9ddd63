import { createHash, createHmac, type KeyObject, randomUUID, verify } from "node:crypto";
import { isObject, parseJson } from "./json";
import { badCredentials, type Problem, wrongApplication } from "./problems";

const defaultLifetime = 15 * 60;

type Caller = { publicKey: KeyObject; applicationId: string };

/** Returns why an API call is refused, or null when its bearer token is good. */
export function refuseBearer(authorization: string | undefined, caller: Caller): Problem | null {
  const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? "") ?? [];
  if (!token) return badCredentials("The Authorization header carries no bearer token");

  const [head = "", body = "", signature = "", ...rest] = token.split(".");
  const claims = decode(body);
  if (rest.length > 0 || !claims) return badCredentials("The bearer token is not a JWT");

  // The algorithm is ours to choose: believing the header would let "none", or HS256 keyed with the public key, in.
  if (decode(head)?.alg !== "RS256") return badCredentials("The bearer token must be signed with RS256");
  const signed = verify("sha256", Buffer.from(`${head}.${body}`), caller.publicKey, fromBase64Url(signature));
  if (!signed) return badCredentials("The signature of the bearer token is wrong");

  if (claims.application_id !== caller.applicationId) return wrongApplication;
  if (typeof claims.jti !== "string" || !claims.jti) return badCredentials("The bearer token has no jti");
  if (typeof claims.iat !== "number") return badCredentials("The bearer token has no iat");
  const expires = claims.exp ?? claims.iat + defaultLifetime;
  if (typeof expires !== "number" || expires <= nowInSeconds()) {
    return badCredentials("The bearer token has expired");
  }
  return null;
}

type Signer = { apiKey: string; applicationId: string; signatureSecret: string };

type Irregular = { secret?: string; issuedAt?: number; unsigned?: boolean };

/** The token that Vonage puts on a webhook; `irregular` makes one that a receiver must refuse. */
export function signWebhook(rawBody: string, signer: Signer, irregular: Irregular = {}): string {
  const claims = {
    iat: irregular.issuedAt ?? nowInSeconds(),
    jti: randomUUID(),
    iss: "Vonage",
    payload_hash: createHash("sha256").update(rawBody).digest("hex"),
    api_key: signer.apiKey,
    application_id: signer.applicationId,
  };
  const head = { typ: "JWT", alg: irregular.unsigned ? "none" : "HS256" };
  const unsigned = `${encode(head)}.${encode(claims)}`;
  if (irregular.unsigned) return `${unsigned}.`;

  const secret = irregular.secret ?? signer.signatureSecret;
  return `${unsigned}.${createHmac("sha256", secret).update(unsigned).digest("base64url")}`;
}

export function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decode(part: string): Record<string, unknown> | null {
  const value = parseJson(fromBase64Url(part).toString("utf8"));
  return isObject(value) ? value : null;
}

function fromBase64Url(part: string): Buffer {
  return Buffer.from(part, "base64url");
}
