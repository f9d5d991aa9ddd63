import type { PatientText } from "./inbound";
import { isObject, parseJson } from "./json";
import type { Ledger } from "./ledger";
import type { Post } from "./post";
import { notFound } from "./problems";
import { type Answer, type Call, refuse } from "./server";
import { nowInSeconds, signWebhook } from "./token";
import { isPhone } from "./validation";
import type { Webhooks } from "./webhooks";

type Signer = Parameters<typeof signWebhook>[1];

export type Controls = {
  ledger: Ledger;
  webhooks: Webhooks;
  post: Post;
  signer: Signer;
  urls: Record<"status" | "inbound", string>;
  changeRate: (perSecond: number) => void;
  textUs: (text: PatientText) => string;
};

/** What tests may do to the carrier; Vonage has none of this. */
export async function control(call: Call, controls: Controls): Promise<Answer> {
  const { ledger, webhooks } = controls;
  const body = parseJson(call.rawBody);
  const fields = isObject(body) ? body : {};

  switch (`${call.method} ${call.url.pathname}`) {
    case "GET /control/state":
      return { status: 200, body: { accepted: ledger.lines().length, webhooks: webhooks.counts() } };
    case "GET /control/ledger":
      return { status: 200, body: ledger.lines(call.url.searchParams.get("to") ?? undefined) };
    case "POST /control/rate":
      return changeRate(fields, controls);
    case "POST /control/inbound":
      return textUs(fields, controls);
    case "POST /control/webhook":
      return sendWebhook(fields, controls);
    default:
      return refuse(notFound);
  }
}

function changeRate({ perSecond }: Record<string, unknown>, controls: Controls): Answer {
  if (typeof perSecond !== "number" || perSecond < 0) return bad("perSecond must be a number, 0 or more.");
  controls.changeRate(perSecond);
  return { status: 200, body: { perSecond } };
}

function textUs({ from, to, text }: Record<string, unknown>, controls: Controls): Answer {
  if (!isPhone(from) || !isPhone(to)) return bad("from and to must be 7 to 15 digits, without a leading +.");
  if (typeof text !== "string") return bad("text must be a string.");
  return { status: 202, body: { message_uuid: controls.textUs({ from, to, text }) } };
}

type Forgery = (rawBody: string, signer: Signer) => { rawBody: string; token: string | null };

const forgeries: Record<string, Forgery> = {
  none: (rawBody, signer) => ({ rawBody, token: signWebhook(rawBody, signer) }),
  "wrong-secret": (rawBody, signer) => ({
    rawBody,
    token: signWebhook(rawBody, signer, { secret: `not ${signer.signatureSecret}` }),
  }),
  stale: (rawBody, signer) => ({
    rawBody,
    token: signWebhook(rawBody, signer, { issuedAt: nowInSeconds() - 3600 }),
  }),
  // Still the same JSON: only a check over the raw bytes can tell.
  altered: (rawBody, signer) => ({ rawBody: `${rawBody} `, token: signWebhook(rawBody, signer) }),
  "alg-none": (rawBody, signer) => ({ rawBody, token: signWebhook(rawBody, signer, { unsigned: true }) }),
  "no-header": (rawBody) => ({ rawBody, token: null }),
};

/** Sends one webhook once, and tells what the receiver answered (null: nothing). */
async function sendWebhook(
  fields: Record<string, unknown>,
  { post, signer, urls }: Controls,
): Promise<Answer> {
  const { kind, payload, forge = "none" } = fields;
  const forgery = Object.entries(forgeries).find(([name]) => name === forge)?.[1];
  if (kind !== "status" && kind !== "inbound") return bad("kind must be status or inbound.");
  if (!isObject(payload)) return bad("payload must be an object.");
  if (!forgery) return bad(`forge must be one of ${Object.keys(forgeries).join(", ")}.`);

  const { rawBody, token } = forgery(JSON.stringify(payload), signer);
  const status = await post(urls[kind], rawBody, token === null ? null : `Bearer ${token}`);
  return { status: 200, body: { status } };
}

function bad(detail: string): Answer {
  return { status: 400, body: { detail } };
}
