import { z } from "zod";
import { codeInType } from "./error-table";

/**
 * Text as it can be kept: a lone surrogate becomes U+FFFD, which sealing would do anyway; NUL, which says
 * nothing, is dropped, so that "STOP" with one behind it is a STOP.
 */
const readable = z.string().transform((text) => Buffer.from(text).toString().replaceAll("\0", ""));

// Digits without a plus as a rule; a short code, letters or an e-mail address stay as they are: see e164Of.
const party = readable
  .transform((from) => from.trim().replace(/^\+(?=\d+$)/, ""))
  .pipe(z.string().min(1).max(320));

/** What a part of an event says, if it can be read; the event is kept without it. */
const ifReadable = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

// Never the link to the picture: only what was written beside it.
const captioned = ifReadable(z.object({ caption: ifReadable(readable) }));
const kindOf = z.string().regex(/^[a-z_]{1,20}$/);

/**
 * A patient's text, or picture with or without words. Reads its own output again to the same: events are kept
 * in this form. `media` is the kind of the (first) attachment, such as "image", or null.
 */
export const InboundPayload = z
  .object({
    channel: z.enum(["sms", "mms"]),
    message_uuid: z.guid(),
    from: party,
    to: party,
    text: readable.nullish(),
    message_type: ifReadable(kindOf),
    image: captioned,
    video: captioned,
    audio: captioned,
    file: captioned,
    vcard: captioned,
    content: ifReadable(z.array(z.object({ type: kindOf }))),
    media: ifReadable(kindOf.nullable()),
    sms: ifReadable(z.object({ num_messages: z.coerce.number().int().min(1).max(255) })),
  })
  .transform(({ channel, message_uuid, from, to, text, sms, ...rest }) => ({
    channel,
    message_uuid,
    from,
    to,
    text: [...new Set([text, ...captionsOf(rest)])].filter(Boolean).join("\n"),
    media: mediaOf(channel, rest),
    ...(sms && { sms }),
  }));

type Attachments = Partial<
  Record<"image" | "video" | "audio" | "file" | "vcard", { caption?: string | undefined }>
>;

const captionsOf = ({ image, video, audio, file, vcard }: Attachments) =>
  [image, video, audio, file, vcard].map((part) => part?.caption);

function mediaOf(
  channel: "sms" | "mms",
  given: { media?: string | null; message_type?: string; content?: { type: string }[] },
): string | null {
  if (given.media !== undefined) return given.media;
  if (given.message_type && given.message_type !== "text") return given.message_type;
  if (given.content?.[0]) return given.content[0].type;
  return channel === "mms" && !given.message_type ? "file" : null;
}

const listed = ["submitted", "delivered", "rejected", "undeliverable"] as const;

/**
 * What became of one of our texts. A status that the specification does not list is "other", with a `note` that
 * names it. `error.title` is the code of the error table, or "unknown". Reads its own output again to the same.
 */
export const StatusPayload = z
  .object({
    channel: z.string(),
    message_uuid: z.guid(),
    status: z.string(),
    note: ifReadable(z.string()),
    client_ref: ifReadable(z.string().max(100)),
    error: ifReadable(z.object({ title: z.unknown().optional(), type: z.unknown().optional() })),
  })
  .transform(({ channel, message_uuid, status, note, client_ref, error }) => {
    const known = listed.find((word) => word === status);
    return {
      channel,
      message_uuid,
      status: known ?? ("other" as const),
      ...(!known && { note: note ?? `status ${kindOf.safeParse(status).data ?? "unreadable"}` }),
      ...(client_ref !== undefined && { client_ref }),
      ...(error && { error: { title: codeIn(error) } }),
    };
  });

export type InboundPayload = z.infer<typeof InboundPayload>;
export type StatusPayload = z.infer<typeof StatusPayload>;

// Kept in clear, so that nothing but a short number may stand there: a title may quote the phone.
function codeIn({ title, type }: { title?: unknown; type?: unknown }): string {
  return /^\d{1,5}$/.test(String(title)) ? String(title) : (codeInType(type) ?? "unknown");
}

/** E.164 with + of a phone that can be answered; null for a short code, letters or an e-mail address. */
export const e164Of = (party: string): string | null => (/^[1-9]\d{6,14}$/.test(party) ? `+${party}` : null);

/** Vonage's code for a number that opted out with the carrier: our stop must say the same. */
export const optedOutAtCarrier = "1240";
