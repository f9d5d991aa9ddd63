"use server";

import { refresh } from "next/cache";
import { startCommit } from "@/lib/rosters/committing";
import { ConfirmColumnsInput, RosterInput } from "@/lib/rosters/inputs";
import { changeColumns, confirmColumns } from "@/lib/rosters/mapping";
import { action } from "@/lib/web/action";

export const startCommitAction = action(RosterInput, async (ctx, input) => {
  await startCommit(ctx, input);
  refresh();
});

export const confirmColumnsAction = action(ConfirmColumnsInput, async (ctx, input) => {
  await confirmColumns(ctx, input);
  refresh();
});

export const changeColumnsAction = action(RosterInput, async (ctx, input) => {
  await changeColumns(ctx, input);
  refresh();
});
