import { randomUUID } from "node:crypto";
import { segmentsOf } from "./segments";
import type { Webhooks } from "./webhooks";
import { network, priceOf } from "./wire";

/** `image`: the address of a picture, which makes it an MMS whose text is the caption. */
export type PatientText = { from: string; to: string; text: string; image?: string };

/** Hands a patient's text to the product, so many times over, and returns its message_uuid. */
export function sendInbound(webhooks: Webhooks, text: PatientText, copies: number): string {
  const message_uuid = randomUUID();
  const { from, to } = text;
  const shape = text.image === undefined ? smsOf(text) : mmsOf(text, text.image);

  webhooks.send("inbound", 0, { ...shape, message_uuid, to, from, origin: network }, { copies });
  return message_uuid;
}

function smsOf({ text }: PatientText) {
  const segments = segmentsOf(text);
  return {
    channel: "sms",
    text,
    sms: { num_messages: String(segments), keyword: keywordOf(text) },
    usage: priceOf(segments),
  };
}

function mmsOf({ text }: PatientText, url: string) {
  const name = new URL(url).pathname.split("/").at(-1) || "image.jpg";
  const image = { url, name, ...(text === "" ? {} : { caption: text }) };
  return { channel: "mms", message_type: "image", image };
}

function keywordOf(text: string): string {
  return text.trim().split(/\s+/, 1)[0]?.toUpperCase() ?? "";
}
