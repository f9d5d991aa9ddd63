"use client";

import { useSyncExternalStore } from "react";

export interface Draft {
  body: string;
  /** The patient whom it is about, or "". */
  about: string;
  /** The key of the last try, and what was tried: the same words never go out twice. */
  tried: { key: string; content: string } | null;
}

// In the memory of this tab alone: browser storage holds nothing of a patient.
const drafts = new Map<string, Draft>();
const watchers = new Set<() => void>();

export const draftOf = (threadId: string): Draft | undefined => drafts.get(threadId);

export function keepDraft(threadId: string, draft: Draft): void {
  drafts.set(threadId, draft);
  tell();
}

export function dropAllDrafts(): void {
  drafts.clear();
  tell();
}

// Signing out loads another page, and a browser may keep this one to come back to.
if (typeof window !== "undefined") addEventListener("pagehide", dropAllDrafts);

/** The reply that was begun to this conversation. */
export function useDraft(threadId: string): Draft | undefined {
  return useSyncExternalStore(
    watch,
    () => draftOf(threadId),
    () => undefined,
  );
}

function tell(): void {
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}
