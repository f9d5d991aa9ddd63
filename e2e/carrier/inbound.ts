import { randomUUID } from "node:crypto";
import { segmentsOf } from "./segments";
import type { Webhooks } from "./webhooks";
import { network, priceOf, timestamp } from "./wire";

export type PatientText = { from: string; to: string; text: string };

/** Hands a patient's text to the product and returns its message_uuid. */
export function sendInbound(webhooks: Webhooks, url: string, { from, to, text }: PatientText): string {
  const message_uuid = randomUUID();
  const segments = segmentsOf(text);

  webhooks.send(url, 0, () => ({
    channel: "sms",
    message_uuid,
    to,
    from,
    timestamp: timestamp(),
    text,
    sms: { num_messages: String(segments), keyword: keywordOf(text) },
    usage: priceOf(segments),
    origin: network,
  }));
  return message_uuid;
}

function keywordOf(text: string): string {
  return text.trim().split(/\s+/, 1)[0]?.toUpperCase() ?? "";
}
