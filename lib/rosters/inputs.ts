import { z } from "zod";
import { columns } from "./types";

export const UploadRosterInput = z.object({
  programId: z.uuid(),
  fileName: z.string().trim().min(1, "The file has no name.").max(255, "The file's name is too long."),
});
export type UploadRosterInput = z.infer<typeof UploadRosterInput>;

export const RosterInput = z.object({ rosterId: z.uuid() });
export type RosterInput = z.infer<typeof RosterInput>;

const choice = z
  .enum(["", ...columns], { error: "Choose what this column is, or leave it out." })
  .transform((column) => column || null);

export const ConfirmColumnsInput = z.object({
  rosterId: z.uuid(),
  /** One for each column of the file, in its order; null leaves it out. */
  column: z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(choice).max(1_000)),
});
export type ConfirmColumnsInput = z.infer<typeof ConfirmColumnsInput>;
