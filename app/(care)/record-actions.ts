"use server";

import { refresh } from "next/cache";
import { holdPatient, releasePatient } from "@/lib/patients/hold";
import {
  HoldInput,
  ReassignInput,
  ReleaseInput,
  UndoReassignInput,
  UndoReportInput,
  WrongNumberInput,
} from "@/lib/patients/inputs";
import { passNumberOn, takeNumberBack } from "@/lib/patients/reassignment";
import { reportWrongNumber, undoWrongNumber } from "@/lib/patients/wrong-number";
import { action } from "@/lib/web/action";

export const holdPatientAction = action(HoldInput, async (ctx, input) => {
  await holdPatient(ctx, input);
  refresh();
});

export const releasePatientAction = action(ReleaseInput, async (ctx, input) => {
  await releasePatient(ctx, input);
  refresh();
});

export const reportWrongNumberAction = action(WrongNumberInput, async (ctx, input) => {
  await reportWrongNumber(ctx, input);
  refresh();
});

export const undoWrongNumberAction = action(UndoReportInput, async (ctx, input) => {
  await undoWrongNumber(ctx, input);
  refresh();
});

export const passNumberOnAction = action(ReassignInput, async (ctx, input) => {
  await passNumberOn(ctx, input);
  refresh();
});

export const takeNumberBackAction = action(UndoReassignInput, async (ctx, input) => {
  await takeNumberBack(ctx, input);
  refresh();
});
