"use server";

import { refresh } from "next/cache";
import { resumeAccount } from "@/lib/messaging/account";
import {
  PaceAccountInput,
  PaceSenderInput,
  ResumeAccountInput,
  RetryParkedInput,
  SwitchLinesInput,
} from "@/lib/messaging/inputs";
import { switchLineChecks } from "@/lib/messaging/line-checks";
import { paceAccount, paceSender } from "@/lib/messaging/pace";
import { retryAllParked, retryParked } from "@/lib/messaging/parked-event";
import { action } from "@/lib/web/action";

export const resumeAccountAction = action(ResumeAccountInput, async (ctx) => {
  await resumeAccount(ctx);
  refresh();
});

export const paceSenderAction = action(PaceSenderInput, async (ctx, input) => {
  await paceSender(ctx, input);
  refresh();
});

export const paceAccountAction = action(PaceAccountInput, async (ctx, input) => {
  await paceAccount(ctx, input);
  refresh();
});

export const retryParkedAction = action(RetryParkedInput, async (ctx, { eventId }) => {
  await retryParked(ctx, eventId);
  refresh();
});

export const retryAllParkedAction = action(ResumeAccountInput, async (ctx) => {
  const count = await retryAllParked(ctx);
  refresh();
  return count === 1
    ? "One event is tried again."
    : `${count.toLocaleString("en-US")} events are tried again.`;
});

export const switchLinesAction = action(SwitchLinesInput, async (ctx, input) => {
  await switchLineChecks(ctx, input);
  refresh();
});
