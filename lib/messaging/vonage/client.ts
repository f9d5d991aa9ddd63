import { createPrivateKey, type KeyObject, randomUUID, sign } from "node:crypto";
import { Vonage } from "@vonage/server-sdk";
import type { carrierSettings } from "@/lib/env";
import { type Limits, posts } from "./exchange";
import { outcomeOf, type SendOutcome } from "./outcome";

export interface CarrierText {
  /** E.164 with +. */
  from: string;
  to: string;
  text: string;
  clientRef: string;
}

export interface Carrier {
  /** Never throws: what cannot be known is the outcome `ambiguous`. */
  send(text: CarrierText): Promise<SendOutcome>;
}

const usual: Limits = {
  sockets: 128,
  connectMilliseconds: 3_000,
  totalMilliseconds: 10_000,
  answerBytes: 64_000,
  idleMilliseconds: 4_000,
};
const bearerMilliseconds = 10 * 60_000;

/**
 * The Messages API. Vonage's SDK makes the request; the token and the call are ours. The SDK prints the key with
 * DEBUG set, follows redirects with the text, reads answers of any size and cannot tell what was written.
 * Throws on a key that cannot sign.
 */
export function vonageCarrier(
  settings: Pick<NonNullable<ReturnType<typeof carrierSettings>>, "apiHost" | "applicationId" | "privateKey">,
  limits: Partial<Limits> = {},
): Carrier {
  const bearer = bearers(settings.applicationId, rsaKey(settings.privateKey));
  const apiHost = settings.apiHost.replace(/\/+$/, "");
  const vonage = new Vonage({ applicationId: settings.applicationId }, { apiHost });
  const post = posts(apiHost, { ...usual, ...limits });
  vonage.messages.sendRequest = async ({ url, data }) => {
    const headers = {
      authorization: `Bearer ${bearer()}`,
      "content-type": "application/json",
      accept: "application/json",
      "user-agent": "hearback",
    };
    throw new Called(outcomeOf(await post(url, headers, JSON.stringify(data))));
  };
  return {
    async send({ from, to, text, clientRef }) {
      try {
        await vonage.messages.send({
          channel: "sms",
          messageType: "text",
          from: digits(from),
          to: digits(to),
          text,
          clientRef,
        });
      } catch (thrown) {
        if (thrown instanceof Called) return thrown.outcome;
      }
      // Whatever else the SDK does, it does before the call.
      return { kind: "never_left", code: "not_called" };
    },
  };
}

/** Takes an outcome through the SDK, whose types leave no other way back. */
class Called extends Error {
  constructor(readonly outcome: SendOutcome) {
    super("called");
  }
}

const digits = (e164: string) => e164.replace(/\D/g, "");

/** Signing costs more than all the rest of a call: one token serves for ten of its fifteen minutes. */
function bearers(applicationId: string, key: KeyObject): () => string {
  let made: { token: string; at: number } | undefined;
  return () => {
    // A clock that was set back must not keep an old token alive.
    if (!made || Math.abs(Date.now() - made.at) > bearerMilliseconds) {
      const iat = Math.floor(Date.now() / 1000);
      const claims = { application_id: applicationId, iat, exp: iat + 900, jti: randomUUID() };
      const unsigned = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
      const signature = sign("sha256", Buffer.from(unsigned), key).toString("base64url");
      made = { token: `${unsigned}.${signature}`, at: Date.now() };
    }
    return made.token;
  };
}

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
