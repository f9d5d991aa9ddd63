"use server";

import { refresh } from "next/cache";
import { SetMembersInput } from "@/lib/programs/inputs";
import { setMembers } from "@/lib/programs/staffing";
import { action } from "@/lib/web/action";

export const setMembersAction = action(SetMembersInput, async (ctx, input) => {
  await setMembers(ctx, input);
  refresh();
  return "Saved. Who was taken out loses this program within seconds.";
});
