"use server";

import { refresh } from "next/cache";
import { startImport } from "@/lib/outcomes/committing";
import { StartImportInput } from "@/lib/outcomes/inputs";
import { action } from "@/lib/web/action";

export const startImportAction = action(StartImportInput, async (ctx, input) => {
  await startImport(ctx, input);
  refresh();
});
