import { z } from "zod";
import { longestText } from "@/lib/messaging/types";
import { dispositions, priorities } from "./types";
import { longestDraft } from "./types-sending";
import { longestThreadNote, outsideWays, putOffs } from "./types-working";

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

/** The newest text from the patient that the nurse had seen; "" when there was none. */
const seen = z.preprocess((v) => (v === "" ? null : v), z.uuid().nullable());
const atMost = `At most ${longestThreadNote} characters.`;

export const NoteInput = z.object({
  threadId: id,
  words: z.string().trim().min(1, "Write the note first.").max(longestThreadNote, atMost),
});
export type NoteInput = z.infer<typeof NoteInput>;

export const OutsideInput = z.object({
  threadId: id,
  seen,
  how: z.enum(Object.keys(outsideWays) as [keyof typeof outsideWays], { error: "Say how." }),
  words: z.string().trim().min(1, "Say what came of it, in a few words.").max(longestThreadNote, atMost),
});
export type OutsideInput = z.infer<typeof OutsideInput>;

export const PutOffInput = z
  .object({
    threadId: id,
    seen,
    until: z.enum(putOffs, { error: "Say until when." }),
    /** Of the program's zone, where `until` is "at". */
    day: z.string().default(""),
    time: z.string().default(""),
    words: z.string().trim().max(longestThreadNote, atMost).default(""),
  })
  .superRefine(({ until, day, time }, issues) => {
    if (until !== "at") return;
    const wrong = (path: string, message: string) =>
      issues.addIssue({ code: "custom", path: [path], message });
    if (!z.iso.date().safeParse(day).success) wrong("day", "Choose a day.");
    if (!z.iso.time({ precision: -1 }).safeParse(time).success)
      wrong("time", "Choose a time, such as 2:30 pm.");
  });
export type PutOffInput = z.infer<typeof PutOffInput>;

export const PresenceInput = z.strictObject({
  threadId: id,
  /** Left out where only that somebody looks is told. */
  typing: z.boolean().optional(),
  leaving: z.boolean().optional(),
});
export type PresenceInput = z.infer<typeof PresenceInput>;

export const EarlierInput = z.strictObject({
  threadId: id,
  /** The oldest text or event that is shown already. */
  before: z.uuid(),
});
export type EarlierInput = z.infer<typeof EarlierInput>;

export const CloseInput = z.object({
  threadId: id,
  seen,
  disposition: z.enum(Object.keys(dispositions) as [keyof typeof dispositions], {
    error: "Choose how this conversation ended.",
  }),
  /** Of whom it is said, where several patients have the phone. */
  patientId: z.preprocess((v) => (v === "" ? null : v), z.uuid().nullable().default(null)),
  /** Where the nurse goes from here: her place in the inbox. */
  onward: z
    .string()
    .regex(/^\/inbox(\?[a-z]+=[\w-]+(&[a-z]+=[\w-]+)*)?$/)
    .catch("/inbox"),
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
