"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { sendAgain } from "@/lib/inbox/again";
import { claimThread, releaseThread, takeOverThread } from "@/lib/inbox/claim";
import { closeThread } from "@/lib/inbox/closing";
import {
  ClaimInput,
  CloseInput,
  NoteInput,
  OutsideInput,
  PriorityInput,
  PutOffInput,
  SendAgainInput,
  StopDecisionInput,
  TakeOverInput,
} from "@/lib/inbox/inputs";
import { addNote } from "@/lib/inbox/note";
import { recordOutside } from "@/lib/inbox/outside";
import { changePriority } from "@/lib/inbox/priority";
import { bringBack, putOff } from "@/lib/inbox/snooze";
import { confirmStop, rejectStop } from "@/lib/inbox/suggestion";
import { recordAction } from "@/lib/outcomes/action-taken";
import { RecordActionInput } from "@/lib/outcomes/inputs";
import { action } from "@/lib/web/action";

export const claimThreadAction = action(ClaimInput, async (ctx, input) => {
  await claimThread(ctx, input);
  refresh();
});

export const releaseThreadAction = action(ClaimInput, async (ctx, input) => {
  await releaseThread(ctx, input);
  refresh();
});

export const takeOverThreadAction = action(TakeOverInput, async (ctx, input) => {
  await takeOverThread(ctx, input);
  refresh();
});

export const closeThreadAction = action(CloseInput, async (ctx, input) => {
  await closeThread(ctx, input);
  redirect(input.onward as Route);
});

export const addNoteAction = action(NoteInput, async (ctx, input) => {
  await addNote(ctx, input);
  refresh();
});

export const recordOutsideAction = action(OutsideInput, async (ctx, input) => {
  await recordOutside(ctx, input);
  refresh();
});

export const putOffAction = action(PutOffInput, async (ctx, input) => {
  await putOff(ctx, input);
  refresh();
});

export const bringBackAction = action(ClaimInput, async (ctx, input) => {
  await bringBack(ctx, input);
  refresh();
});

export const sendAgainAction = action(SendAgainInput, async (ctx, input) => {
  await sendAgain(ctx, input);
  refresh();
});

export const confirmStopAction = action(StopDecisionInput, async (ctx, input) => {
  await confirmStop(ctx, input);
  refresh();
});

export const rejectStopAction = action(StopDecisionInput, async (ctx, input) => {
  await rejectStop(ctx, input);
  refresh();
});

export const recordActionAction = action(RecordActionInput, async (ctx, input) => {
  await recordAction(ctx, input);
  refresh();
  return "Recorded.";
});

export const changePriorityAction = action(PriorityInput, async (ctx, input) => {
  await changePriority(ctx, input);
  refresh();
});
