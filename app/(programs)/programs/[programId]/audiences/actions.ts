"use server";

import { redirect } from "next/navigation";
import { retireAudience, writeAudience } from "@/lib/campaigns/audience";
import { RetireAudienceInput, WriteAudienceInput } from "@/lib/campaigns/inputs";
import { action } from "@/lib/web/action";
import { audiencesLink } from "./links";

export const writeAudienceAction = action(WriteAudienceInput, async (ctx, input) => {
  await writeAudience(ctx, input);
  redirect(audiencesLink(input.programId));
});

export const retireAudienceAction = action(RetireAudienceInput, async (ctx, input) => {
  const programId = await retireAudience(ctx, input);
  redirect(audiencesLink(programId));
});
