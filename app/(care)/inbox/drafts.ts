"use client";

import { useSyncExternalStore } from "react";
import { subscribe } from "@/components/shell/live";
import type { SavedDraft } from "@/lib/inbox/types-sending";
import {
  adopted,
  cameBack,
  type Draft,
  isUnsaved,
  type Kept,
  savedAs,
  sentAway,
  takenBack,
  typedIn,
} from "./draft-keeping";
import { putDraft } from "./draft-server";

const pause = 400;
const retryAfter = 4_000;

// In the memory of this tab, and sealed on the server: browser storage holds nothing of a patient.
const drafts = new Map<string, Kept>();
const watchers = new Set<() => void>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
const saving = new Map<string, Promise<void>>();
const heldBack = new Set<string>();

export const draftOf = (threadId: string): Draft | undefined => drafts.get(threadId)?.draft;

/** What is typed: on the screen at once, on the server when the hand rests. */
export function keepDraft(threadId: string, draft: Draft): void {
  set(threadId, typedIn(drafts.get(threadId), draft));
  saveSoon(threadId);
}

/** The page was read, with the server's draft; `at` is when, by the server. */
export function adoptDraft(
  threadId: string,
  page: { server: SavedDraft | null; at: string; about?: string },
): void {
  const kept = drafts.get(threadId);
  const next = adopted(kept, page);
  if (next !== kept && !heldBack.has(threadId)) set(threadId, next);
}

/** A reply was refused: its words are in the field again. */
export function putBack(threadId: string, words: Draft): void {
  set(threadId, cameBack(drafts.get(threadId), words));
  saveSoon(threadId);
}

/** A reply was taken back: the server has its words. */
export function haveBack(threadId: string, back: Parameters<typeof takenBack>[1]): void {
  set(threadId, takenBack(drafts.get(threadId), back));
  saveSoon(threadId);
}

/** The words from elsewhere were read, or taken over. */
export function forgetOther(threadId: string): void {
  const kept = drafts.get(threadId);
  if (kept) set(threadId, { ...kept, other: null });
}

/** The words are a reply now, on its way: until it is known what became of it, nothing is saved here. */
export function handOver(threadId: string): void {
  heldBack.add(threadId);
  clearTimeout(timers.get(threadId));
  const kept = drafts.get(threadId);
  if (kept) set(threadId, typedIn(kept, { ...kept.draft, body: "" }));
}

/** The draft that the server has of them, once what is on its way there has arrived. */
export async function draftIdOf(threadId: string): Promise<string | null> {
  heldBack.add(threadId);
  await saving.get(threadId);
  return drafts.get(threadId)?.saved.id ?? null;
}

/** It is known what became of it; `takenAt` is when the server took it. */
export function saveAgain(threadId: string, takenAt: string | null = null): void {
  heldBack.delete(threadId);
  const kept = drafts.get(threadId);
  if (kept && takenAt) set(threadId, sentAway(kept, takenAt));
  saveSoon(threadId);
}

export function dropAllDrafts(): void {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
  drafts.clear();
  tell();
}

function saveSoon(threadId: string, after = pause): void {
  clearTimeout(timers.get(threadId));
  timers.set(
    threadId,
    setTimeout(() => void save(threadId), after),
  );
}

async function save(threadId: string): Promise<void> {
  await saving.get(threadId);
  const kept = drafts.get(threadId);
  if (!kept || !isUnsaved(kept) || heldBack.has(threadId)) return;
  const words = kept.draft;
  const work = putDraft(threadId, words, kept.saved.id).then((answer) => {
    const now = drafts.get(threadId);
    if (answer === "unreachable") saveSoon(threadId, retryAfter);
    else if (answer && now) {
      set(threadId, savedAs(now, words, answer));
      if (now.draft !== words) saveSoon(threadId);
    }
  });
  saving.set(threadId, work);
  await work;
  if (saving.get(threadId) === work) saving.delete(threadId);
}

/** What is typed and not saved goes now: the page may be about to go. */
function saveAll(): void {
  for (const [threadId, kept] of drafts) if (isUnsaved(kept) && !heldBack.has(threadId)) void save(threadId);
}

if (typeof window !== "undefined") {
  addEventListener("beforeunload", saveAll);
  document.addEventListener("visibilitychange", () => document.hidden && saveAll());
  subscribe((event) => event.type === "resync" && saveAll());
  // Signing out loads another page, and a browser may keep this one to come back to.
  addEventListener("pagehide", dropAllDrafts);
}

/** The reply that was begun to this conversation. */
export const useDraft = (threadId: string): Draft | undefined => useKept(threadId)?.draft;

export const useOtherWords = (threadId: string): string | null => useKept(threadId)?.other ?? null;

const useKept = (threadId: string): Kept | undefined =>
  useSyncExternalStore(
    watch,
    () => drafts.get(threadId),
    () => undefined,
  );

function set(threadId: string, kept: Kept): void {
  drafts.set(threadId, kept);
  tell();
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
