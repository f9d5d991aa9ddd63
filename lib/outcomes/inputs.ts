import { z } from "zod";
import { recordableSources } from "./types";

export const RecordActionInput = z.object({
  programId: z.uuid("Choose the program."),
  patientId: z.uuid("Choose the patient."),
  occurredOn: z.iso.date("Give the day on which it happened."),
  source: z.enum(recordableSources, "Say how you know: from staff or from the patient."),
});

export type RecordActionInput = z.infer<typeof RecordActionInput>;
