import { z } from "zod";

const text = z
  .string()
  .trim()
  .min(1, "Write what the text says.")
  .max(640, "Keep the text under 640 characters: longer ones split into many segments.");

export const WriteCampaignInput = z.object({
  programId: z.uuid(),
  /** Missing for a new campaign. */
  campaignId: z.uuid().optional(),
  name: z.string().trim().min(1, "Give the campaign a name.").max(80, "Keep the name under 80 characters."),
  en: text,
  es: text,
});

export type WriteCampaign = z.infer<typeof WriteCampaignInput>;

export const CampaignInput = z.object({ campaignId: z.uuid() });

export const LaunchCampaignInput = z.object({
  campaignId: z.uuid(),
  /** How many people the manager was told. */
  expected: z.coerce.number().int().min(0),
});
