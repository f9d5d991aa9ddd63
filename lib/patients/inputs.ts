import { z } from "zod";
import {
  type HoldReason,
  holdReasonWords,
  longestNote,
  noticeChannels,
  recordableChannels,
  wordsLanguages,
} from "./types";

const id = z.uuid("That link is damaged. Go back and open the patient again.");
const nullWhenEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (v) => (v === undefined || (typeof v === "string" && v.trim() === "") ? null : v),
    schema.nullable(),
  );
const yesOrNo = (sentence: string) =>
  z.enum(["yes", "no"], { error: sentence }).transform((answer) => answer === "yes");
const language = z.enum(wordsLanguages, { error: "Choose the language that was spoken." });

export const RecordConsentInput = z.object({
  patientId: id,
  phoneId: z.uuid("Choose the number."),
  given: yesOrNo("Say whether they agree or take it back."),
  channel: z.enum(recordableChannels, { error: "Say how you know." }),
  /** Null when a form shows other words than ours, and when consent is taken back. */
  wordsVersion: nullWhenEmpty(z.string().max(80)),
  language: nullWhenEmpty(language),
  note: nullWhenEmpty(z.string().trim().max(longestNote, `A note has at most ${longestNote} characters.`)),
  givenOn: z.iso.date("Give the day on which they said so."),
  /** The newest entry that the nurse had seen; null when there was none. */
  seen: nullWhenEmpty(z.uuid()),
});
export type RecordConsentInput = z.infer<typeof RecordConsentInput>;

/** The same, and the stop that the nurse confirms to undo; null when she was asked for none. */
export const ConsentOnPhoneInput = RecordConsentInput.extend({
  stoppedAt: nullWhenEmpty(z.iso.datetime().transform((at) => new Date(at))),
});

export const RecordRiskNoticeInput = z.object({
  patientId: id,
  accepted: yesOrNo("Say whether they still want texts."),
  channel: z.enum(noticeChannels, { error: "Say how they were told." }),
  wordsVersion: z.string({ error: "Choose how they are told, and the language." }).max(80),
  language,
  seen: nullWhenEmpty(z.uuid()),
});
export type RecordRiskNoticeInput = z.infer<typeof RecordRiskNoticeInput>;

export const HoldInput = z.object({
  patientId: id,
  reason: z.enum(Object.keys(holdReasonWords) as [HoldReason], { error: "Say what happened." }),
});
export type HoldInput = z.infer<typeof HoldInput>;

export const ReleaseInput = z.object({ patientId: id });

export const WrongNumberInput = z.object({
  patientId: id,
  phoneId: id,
  /** The conversation, and the text in it, that said so. */
  threadId: nullWhenEmpty(z.uuid()),
  messageId: nullWhenEmpty(z.uuid()),
});
export type WrongNumberInput = z.infer<typeof WrongNumberInput>;

export const UndoReportInput = z.object({ patientId: id, reportId: id });
export type UndoReportInput = z.infer<typeof UndoReportInput>;

export const ReassignInput = z.object({ phoneId: id });
export type ReassignInput = z.infer<typeof ReassignInput>;

/** The passing on that the nurse saw: a later one stands. */
export const UndoReassignInput = z.object({
  phoneId: id,
  reassignedAt: z.iso.datetime().transform((at) => new Date(at)),
});
export type UndoReassignInput = z.infer<typeof UndoReassignInput>;

export const OtherRecordInput = z.object({
  patientId: id,
  memberNumber: z.string().trim().min(1, "Give the member number.").max(60, "A member number is shorter."),
});
export type OtherRecordInput = z.infer<typeof OtherRecordInput>;

export const MergeInput = z.object({ keptId: id, mergedId: id });
export type MergeInput = z.infer<typeof MergeInput>;

export const UndoMergeInput = z.object({ mergeId: id });
