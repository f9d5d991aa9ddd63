"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { createProgram } from "@/lib/programs/creation";
import { CreateProgramInput } from "@/lib/programs/inputs";
import { action } from "@/lib/web/action";

// A program without patients can do nothing: its rosters come next.
export const createProgramAction = action(CreateProgramInput, async (ctx, input) => {
  const { id } = await createProgram(ctx, input);
  redirect(`/programs/${id}/rosters` as Route);
});
