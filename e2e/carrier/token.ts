import { createHash, createHmac, type KeyObject, randomUUID, verify } from "node:crypto";
import { isObject, parseJson } from "./json";
import { badCredentials, type Problem, wrongApplication } from "./problems";

const defaultLifetime = 15 * 60;

type Caller = { publicKey: KeyObject; applicationId: string };

const mostRemembered = 1_000;

/** Says why an API call is refused, or null when its bearer token is good. A good token is proven once. */
export function bearerCheck(caller: Caller) {
  const proven = new Map<string, number>();

  return (authorization: string | undefined): Problem | null => {
    const expires = authorization === undefined ? undefined : proven.get(authorization);
    if (expires !== undefined) return expires > nowInSeconds() ? null : expired;

    const proof = prove(authorization, caller);
    if ("problem" in proof) return proof.problem;
    if (proven.size >= mostRemembered) proven.clear();
    proven.set(proof.authorization, proof.expires);
    return null;
  };
}

const expired = badCredentials("The bearer token has expired");

type Proof = { problem: Problem } | { authorization: string; expires: number };

function prove(authorization: string | undefined, caller: Caller): Proof {
  const problem = (why: string) => ({ problem: badCredentials(why) });
  const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? "") ?? [];
  if (!token || authorization === undefined)
    return problem("The Authorization header carries no bearer token");

  const [head = "", body = "", signature = "", ...rest] = token.split(".");
  const claims = decode(body);
  if (rest.length > 0 || !claims) return problem("The bearer token is not a JWT");

  // The algorithm is ours to choose: believing the header would let "none", or HS256 keyed with the public key, in.
  if (decode(head)?.alg !== "RS256") return problem("The bearer token must be signed with RS256");
  const signed = verify("sha256", Buffer.from(`${head}.${body}`), caller.publicKey, fromBase64Url(signature));
  if (!signed) return problem("The signature of the bearer token is wrong");

  if (claims.application_id !== caller.applicationId) return { problem: wrongApplication };
  if (typeof claims.jti !== "string" || !claims.jti) return problem("The bearer token has no jti");
  if (typeof claims.iat !== "number") return problem("The bearer token has no iat");
  const expires = claims.exp ?? claims.iat + defaultLifetime;
  if (typeof expires !== "number" || expires <= nowInSeconds()) {
    return { problem: expired };
  }
  return { authorization, expires };
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
