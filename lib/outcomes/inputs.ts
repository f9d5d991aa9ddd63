import { z } from "zod";
import { codeLimit, outcomeKinds, recordableSources } from "./types";

export const RecordActionInput = z.object({
  programId: z.uuid("Choose the program."),
  patientId: z.uuid("Choose the patient."),
  occurredOn: z.iso.date("Give the day on which it happened."),
  source: z.enum(recordableSources, "Say how you know: from staff or from the patient."),
});

export type RecordActionInput = z.infer<typeof RecordActionInput>;

const codeList = z
  .string()
  .max(5_000, "That is too much text for a list of codes.")
  .transform((text) => [
    ...new Set(
      text
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ])
  .pipe(
    z
      .array(
        z
          .string()
          .max(codeLimit.letters, `A code has at most ${codeLimit.letters} letters and digits.`)
          .regex(
            /^[A-Z0-9][A-Z0-9._/-]*\*?$/,
            "Write codes with commas between, such as 99381, 99382, 9939*.",
          ),
      )
      .max(codeLimit.codes, `List at most ${codeLimit.codes} codes; one such as 9938* stands for many.`),
  );

export const UploadOutcomesInput = z.object({
  programId: z.uuid("Choose the program."),
  kind: z.enum(outcomeKinds, "Say what the file holds."),
  fileName: z.string().trim().min(1, "The file has no name.").max(255, "The file's name is too long."),
  codes: codeList,
});
export type UploadOutcomesInput = z.infer<typeof UploadOutcomesInput>;

export const StartImportInput = z.object({ fileId: z.uuid() });
export type StartImportInput = z.infer<typeof StartImportInput>;
