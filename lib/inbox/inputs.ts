import { z } from "zod";
import { longestText } from "@/lib/messaging/types";
import { dispositions, priorities } from "./types";
import { longestDraft } from "./types-sending";

const id = z.uuid("That link is damaged. Go back to the inbox and open the conversation again.");

export const ClaimInput = z.object({ threadId: id });

/** Of a form that is a button alone. */
export const HandOverInput = z.object({});

export const TakeOverInput = z.object({
  threadId: id,
  reason: z.string().trim().min(1, "Say why, in a few words.").max(500, "At most 500 characters."),
});
export type TakeOverInput = z.infer<typeof TakeOverInput>;

export const ReplyInput = z.strictObject({
  threadId: id,
  /** Made by the browser, the same for each try of one reply. */
  key: z.uuid(),
  body: z
    .string()
    .trim()
    .min(1, "Write something first.")
    .max(longestText, `A reply has at most ${longestText} characters.`),
  /** The newest text that the nurse had seen; null when there was none. */
  seen: z.uuid().nullable(),
  /** Whom the reply is about, when somebody said. */
  patientId: z.uuid().nullable(),
  /** The newest reply of somebody else since that text which the nurse had seen. */
  seenReply: z.uuid().nullable().default(null),
  /** The draft that these words were. */
  draftId: z.uuid().nullable().default(null),
  /** Not before texting hours begin where the patient may be. */
  inTheirHours: z.boolean().default(false),
  /** Close the conversation with it. */
  close: z.literal("answered").optional(),
});
export type ReplyInput = z.infer<typeof ReplyInput>;
/** With what may be left out. */
export type NewReply = z.input<typeof ReplyInput>;

export const TakeBackInput = z.strictObject({ threadId: id, messageId: id });
export type TakeBackInput = z.infer<typeof TakeBackInput>;

export const DraftInput = z.strictObject({
  threadId: id,
  body: z.string().max(longestDraft, `A draft has at most ${longestDraft} characters.`),
  patientId: z.uuid().nullable(),
  /** The draft that this one goes on from, as the browser knew it. */
  base: z.uuid().nullable(),
});
export type DraftInput = z.infer<typeof DraftInput>;

export const SendAgainInput = z.object({ threadId: id, messageId: id });
export type SendAgainInput = z.infer<typeof SendAgainInput>;

/** Whether this text asks us to stop. */
export const StopDecisionInput = z.object({ threadId: id, messageId: id });
export type StopDecisionInput = z.infer<typeof StopDecisionInput>;

export const CloseInput = z.object({
  threadId: id,
  seen: z.preprocess((v) => (v === "" ? null : v), z.uuid().nullable()),
  disposition: z.enum(Object.keys(dispositions) as [keyof typeof dispositions], {
    error: "Choose how this conversation ended.",
  }),
  /** For whom it is the wrong number, where several patients have it. */
  patientId: z.preprocess((v) => (v === "" ? null : v), z.uuid().nullable().default(null)),
});
export type CloseInput = z.infer<typeof CloseInput>;

export const PriorityInput = z.object({
  threadId: id,
  seen: z.preprocess((v) => (v === "" ? null : v), z.uuid().nullable()),
  priority: z.enum(priorities, { error: "Choose how urgent this is." }),
  reason: z
    .string()
    .trim()
    .min(1, "Say why, in a few words: whoever reads this next needs it.")
    .max(500, "At most 500 characters."),
});
export type PriorityInput = z.infer<typeof PriorityInput>;

const words = z.string().max(longestText, `A reply has at most ${longestText} characters.`).default("");

/** A reply to keep ready: a new one, or a change of the version that was `seen`. */
export const WriteCannedInput = z
  .object({
    programId: id,
    replyId: z.preprocess((v) => (v === "" ? null : v), z.uuid().nullable().default(null)),
    seen: z.preprocess((v) => (v === "" ? null : v), z.iso.datetime().nullable().default(null)),
    name: z.string().trim().min(1, "Give it a name that nurses will know.").max(80, "At most 80 characters."),
    ...{ en: words, es: words, zh: words },
  })
  .transform(({ en, es, zh, ...rest }) => ({ ...rest, texts: { en, es, zh } }));
export type WriteCannedInput = z.infer<typeof WriteCannedInput>;

export const ReviewCannedInput = z.object({ replyId: id, seen: z.iso.datetime() });
export type ReviewCannedInput = z.infer<typeof ReviewCannedInput>;

export const CannedInput = z.object({ replyId: id });
export type CannedInput = z.infer<typeof CannedInput>;

export const ReadyRepliesInput = z.strictObject({ threadId: id, patientId: z.uuid().nullable() });
