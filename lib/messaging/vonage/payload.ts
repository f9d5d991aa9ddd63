import { z } from "zod";

const digits = z.string().regex(/^\d{3,15}$/);

// A number such as 1240. Kept in clear, so that nothing else than a short code may stand there.
const codeOf = (title: string) => title.replace(/[^\w .-]/g, "").slice(0, 40);

/** A patient's text. */
export const InboundPayload = z.object({
  channel: z.literal("sms"),
  message_uuid: z.uuid(),
  from: digits,
  to: digits,
  text: z.string().default(""),
});

/** What became of one of our texts. */
export const StatusPayload = z.object({
  channel: z.literal("sms"),
  message_uuid: z.uuid(),
  status: z.enum(["submitted", "delivered", "rejected", "undeliverable"]),
  client_ref: z.string().max(100).optional(),
  error: z.object({ title: z.coerce.string().transform(codeOf) }).optional(),
});

export type InboundPayload = z.infer<typeof InboundPayload>;
export type StatusPayload = z.infer<typeof StatusPayload>;

/** Vonage's code for a number that opted out with the carrier: our stop must say the same. */
export const optedOutAtCarrier = "1240";
