"use server";

import { refresh } from "next/cache";
import { startCommit } from "@/lib/rosters/committing";
import { StartCommitInput } from "@/lib/rosters/inputs";
import { action } from "@/lib/web/action";

export const startCommitAction = action(StartCommitInput, async (ctx, input) => {
  await startCommit(ctx, input);
  refresh();
});
