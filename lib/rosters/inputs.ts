import { z } from "zod";

export const UploadRosterInput = z.object({
  programId: z.uuid(),
  fileName: z.string().trim().min(1, "The file has no name.").max(255, "The file's name is too long."),
});
export type UploadRosterInput = z.infer<typeof UploadRosterInput>;

export const StartCommitInput = z.object({ rosterId: z.uuid() });
export type StartCommitInput = z.infer<typeof StartCommitInput>;
