"use server";

import { refresh } from "next/cache";
import { acknowledgeAlert } from "@/lib/inbox/alert";
import { ClaimInput } from "@/lib/inbox/inputs";
import { action } from "@/lib/web/action";

export const acknowledgeAlertAction = action(ClaimInput, async (ctx, input) => {
  await acknowledgeAlert(ctx, input);
  refresh();
});
