"use server";

import { refresh } from "next/cache";
import { closeDay, openDay } from "@/lib/programs/closed-days";
import {
  AllowLinksInput,
  CloseDayInput,
  LimitOutreachInput,
  OpenDayInput,
  SetMembersInput,
  TargetInput,
} from "@/lib/programs/inputs";
import { limitOutreach } from "@/lib/programs/limits";
import { allowLinks } from "@/lib/programs/links";
import { setMembers } from "@/lib/programs/staffing";
import { setTargets } from "@/lib/programs/targets";
import { action } from "@/lib/web/action";

export const setMembersAction = action(SetMembersInput, async (ctx, input) => {
  await setMembers(ctx, input);
  refresh();
  return "Saved. Who was taken out loses this program within seconds.";
});

export const limitOutreachAction = action(LimitOutreachInput, async (ctx, input) => {
  await limitOutreach(ctx, input);
  refresh();
  return "Saved. It holds from the next text on.";
});

export const allowLinksAction = action(AllowLinksInput, async (ctx, input) => {
  await allowLinks(ctx, input);
  refresh();
  return "Saved. Campaigns are checked against it when they are saved and launched.";
});

export const setTargetsAction = action(TargetInput, async (ctx, input) => {
  await setTargets(ctx, input);
  refresh();
  return "Saved. The inbox counts by it from now on.";
});

export const closeDayAction = action(CloseDayInput, async (ctx, input) => {
  await closeDay(ctx, input);
  refresh();
});

export const openDayAction = action(OpenDayInput, async (ctx, input) => {
  await openDay(ctx, input);
  refresh();
});
