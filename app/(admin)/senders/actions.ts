"use server";

import { refresh } from "next/cache";
import { displayPhone } from "@/lib/patients/phone-number";
import { AddSenderInput } from "@/lib/programs/inputs";
import { addSender } from "@/lib/programs/sender";
import { action } from "@/lib/web/action";

export const addSenderAction = action(AddSenderInput, async (ctx, input) => {
  await addSender(ctx, input);
  refresh();
  return `${displayPhone(input.number)} is in the list. A manager can now choose it for a new program.`;
});
