"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { restoreCanned, retireCanned, reviewCanned, writeCanned } from "@/lib/inbox/canned";
import { CannedInput, ReviewCannedInput, WriteCannedInput } from "@/lib/inbox/inputs";
import { action } from "@/lib/web/action";
import { repliesLink } from "./links";

export const writeCannedAction = action(WriteCannedInput, async (ctx, input) => {
  await writeCanned(ctx, input);
  redirect(repliesLink(input.programId));
});

export const reviewCannedAction = action(ReviewCannedInput, async (ctx, input) => {
  await reviewCanned(ctx, input);
  refresh();
});

export const retireCannedAction = action(CannedInput, async (ctx, input) => {
  await retireCanned(ctx, input);
  refresh();
});

export const restoreCannedAction = action(CannedInput, async (ctx, input) => {
  await restoreCanned(ctx, input);
  refresh();
});
