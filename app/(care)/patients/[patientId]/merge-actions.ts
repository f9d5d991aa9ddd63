"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { findOtherRecord } from "@/lib/patients/doubles";
import { MergeInput, OtherRecordInput, UndoMergeInput } from "@/lib/patients/inputs";
import { mergePatients } from "@/lib/patients/merge";
import { undoMerge } from "@/lib/patients/merge-undo";
import { action } from "@/lib/web/action";

export const findOtherRecordAction = action(OtherRecordInput, async (ctx, input) => {
  const otherId = await findOtherRecord(ctx, input);
  redirect(`/patients/${input.patientId}/same-as/${otherId}`);
});

export const mergePatientsAction = action(MergeInput, async (ctx, input) => {
  await mergePatients(ctx, input);
  redirect(`/patients/${input.keptId}`);
});

export const undoMergeAction = action(UndoMergeInput, async (ctx, input) => {
  const stays = await undoMerge(ctx, input);
  refresh();
  return ["They are two records again.", ...stays].join(" ");
});
