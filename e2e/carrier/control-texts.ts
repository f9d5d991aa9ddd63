import type { Controls, Fields } from "./control";
import type { PatientText } from "./inbound";
import { isObject } from "./json";
import { type Answer, bad } from "./server";
import { nowInSeconds, signWebhook } from "./token";
import { isPhone } from "./validation";

type Signer = Controls["signer"];

const aPicture = "https://api-us.nexmo.com/v3/media/6882bbe2-fe14-4e2f-910f-652beee058d4/image.jpg";

/** One text of a patient, or a list of them, of which all are sent or none. */
export function textUs(fields: Fields, controls: Controls): Answer {
  const isOne = fields.texts === undefined;
  if (!isOne && !Array.isArray(fields.texts)) return bad("texts must be a list.");

  const texts: PatientText[] = [];
  for (const asked of Array.isArray(fields.texts) ? fields.texts : [fields]) {
    const text = isObject(asked) ? readText(asked) : "A text must be an object.";
    if (typeof text === "string") return bad(text);
    texts.push(text);
  }
  const uuids = texts.map(controls.textUs);
  return { status: 202, body: isOne ? { message_uuid: uuids[0] } : { message_uuids: uuids } };
}

function readText({ from, to, text, image = false }: Fields): PatientText | string {
  if (!isPhone(from) || !isPhone(to)) return "from and to must be 7 to 15 digits, without a leading +.";
  if (image === false) return typeof text === "string" ? { from, to, text } : "text must be a string.";
  if (text !== undefined && typeof text !== "string") return "text must be a string.";
  const address = image === true ? aPicture : image;
  if (typeof address !== "string" || !URL.canParse(address)) return "image must be true or an address.";
  return { from, to, text: text ?? "", image: address };
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

/** Sends one webhook once, and tells what the receiver answered (null: nothing). `raw` goes as it is. */
export async function sendWebhook(fields: Fields, { post, signer, urls }: Controls): Promise<Answer> {
  const { kind, payload, raw, forge = "none" } = fields;
  const forgery = Object.entries(forgeries).find(([name]) => name === forge)?.[1];
  if (kind !== "status" && kind !== "inbound") return bad("kind must be status or inbound.");
  if ((raw === undefined) === (payload === undefined)) return bad("Give either a payload or raw.");
  if (raw !== undefined && typeof raw !== "string") return bad("raw must be a string.");
  if (raw === undefined && !isObject(payload)) return bad("payload must be an object.");
  if (!forgery) return bad(`forge must be one of ${Object.keys(forgeries).join(", ")}.`);

  const { rawBody, token } = forgery(raw ?? JSON.stringify(payload), signer);
  const status = await post(urls[kind], rawBody, token === null ? null : `Bearer ${token}`);
  return { status: 200, body: { status } };
}
