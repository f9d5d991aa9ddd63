import { z } from "zod";
import { longestText } from "@/lib/messaging/types";
import { dispositions, priorities } from "./types";

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
});
export type ReplyInput = z.infer<typeof ReplyInput>;

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
