"use client";

import { createContext, useContext } from "react";
import type { ActionState } from "@/lib/web/types";

export const FormState = createContext<ActionState>(null);

const none: readonly string[] = [];

/** What is wrong with this field, after the last try. */
export function useFieldErrors(name: string): readonly string[] {
  const state = useContext(FormState);
  return (state && !state.ok && state.fields?.[name]) || none;
}

/** What was typed into this field before the last try, if the page was loaded anew since. */
export function useFieldValue(name: string): string | undefined {
  const state = useContext(FormState);
  return state && !state.ok ? state.values?.[name] : undefined;
}
