import { z } from "zod";
import { longestNote, longestSearch, noticeChannels, recordableChannels, wordsLanguages } from "./types";

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
