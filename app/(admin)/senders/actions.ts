"use server";

import { refresh } from "next/cache";
import { AddSenderInput } from "@/lib/programs/inputs";
import { addSender } from "@/lib/programs/sender";
import { numberWords } from "@/lib/programs/types";
import { action } from "@/lib/web/action";

export const addSenderAction = action(AddSenderInput, async (ctx, input) => {
  await addSender(ctx, input);
  refresh();
  return `${numberWords(input.number)} is in the list. A manager can now choose it for a new program.`;
});
