"use client";

import { useSyncExternalStore } from "react";
import type { SearchAnswer } from "@/lib/patients/types-record";

export interface LastSearch {
  words: string;
  answer: SearchAnswer;
}

// In the memory of this tab alone, so that the way back from a patient leads to the others that were found.
let last: LastSearch | null = null;
const watchers = new Set<() => void>();

export function keepSearch(search: LastSearch | null): void {
  last = search;
  for (const watcher of watchers) watcher();
}

// Signing out loads another page, and a browser may keep this one to come back to.
if (typeof window !== "undefined") addEventListener("pagehide", () => keepSearch(null));

export const useLastSearch = (): LastSearch | null =>
  useSyncExternalStore(
    watch,
    () => last,
    () => null,
  );

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}
