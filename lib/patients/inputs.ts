import { z } from "zod";
import {
  type HoldReason,
  holdReasonWords,
  longestNote,
  noticeChannels,
  recordableChannels,
  wordsLanguages,
} from "./types";
import {
  longestAddress,
  longestName,
  longestPlan,
  longestSearch,
  longestTag,
  mostTags,
  relationships,
  statusesToChoose,
} from "./types-record";

const id = z.uuid("That link is damaged. Go back and open the patient again.");
const nullWhenEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (v) => (v === undefined || (typeof v === "string" && v.trim() === "") ? null : v),
    schema.nullable(),
  );
const yesOrNo = (sentence: string) =>
  z.enum(["yes", "no"], { error: sentence }).transform((answer) => answer === "yes");
const language = z.enum(wordsLanguages, { error: "Choose the language that was spoken." });

export const SearchInput = z.object({
  words: z
    .string({ error: "Type a name, a member number, a phone number or a birth date." })
    .max(longestSearch, `Type at most ${longestSearch} characters.`),
});
export type SearchInput = z.infer<typeof SearchInput>;

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

const day = (sentence: string) => nullWhenEmpty(z.iso.date(sentence));

/** "Wave 2, high risk" is two tags: "high-risk" and "wave-2", as rosters have them. */
const tags = z
  .string()
  .default("")
  .transform((typed) => {
    const each = typed.toLowerCase().split(/[,;|\n]/);
    return [...new Set(each.map((tag) => tag.trim().replace(/\s+/g, "-")))]
      .filter((tag) => tag !== "")
      .sort();
  })
  .refine((all) => all.length <= mostTags, `At most ${mostTags} tags.`)
  .refine(
    (all) => all.every((tag) => tag.length <= longestTag),
    `A tag has at most ${longestTag} characters. Put commas between them.`,
  );

export const ChangeRecordInput = z.object({
  patientId: id,
  seen: z.string().max(80),
  name: z
    .string({ error: "Give the name." })
    .trim()
    .min(1, "Give the name.")
    .max(longestName, `A name has at most ${longestName} characters.`),
  birthDate: z.iso.date("Give the birth date."),
  language: z
    .string({ error: "Choose the language." })
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Choose the language."),
  address: nullWhenEmpty(
    z.string().trim().max(longestAddress, `An address has at most ${longestAddress} characters.`),
  ),
  zip: nullWhenEmpty(
    z
      .string()
      .trim()
      .regex(/^\d{5}(-?\d{4})?$/, "A ZIP code has five digits.")
      .transform((zip) => zip.slice(0, 5)),
  ),
  state: nullWhenEmpty(z.string().length(2, "Choose the state from the list.")),
  timeZone: nullWhenEmpty(z.string().max(64, "Choose the time zone from the list.")),
  plan: nullWhenEmpty(z.string().trim().max(longestPlan, `A plan has at most ${longestPlan} characters.`)),
  tags,
  dueDate: day("Give the due date as a day, or leave it empty."),
  childBirthDate: day("Give the child's birth date as a day, or leave it empty."),
  /** Null leaves it as it is. */
  status: nullWhenEmpty(z.enum(statusesToChoose, { error: "Choose the status from the list." })),
});
export type ChangeRecordInput = z.infer<typeof ChangeRecordInput>;

export const AddPhoneInput = z.object({
  patientId: id,
  number: z.string({ error: "Type the number." }).max(60, "Type one number."),
  relationship: z.enum(relationships, { error: "Say whose number it is." }),
});
export type AddPhoneInput = z.infer<typeof AddPhoneInput>;

export const EndPhoneInput = z.object({ patientId: id, phoneId: z.uuid("Choose the number.") });
export type EndPhoneInput = z.infer<typeof EndPhoneInput>;
