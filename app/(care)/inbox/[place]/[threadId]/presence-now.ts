"use client";

import { useSyncExternalStore } from "react";
import type { Other, PresenceNow } from "@/lib/inbox/types-working";

const nobody: PresenceNow = { others: [], claim: null };
let shown: { threadId: string; now: PresenceNow } | null = null;
const watchers = new Set<() => void>();

/** What the server last said of who is in this conversation. */
export function setPresence(threadId: string, now: PresenceNow): void {
  shown = { threadId, now };
  for (const watcher of watchers) watcher();
}

const presenceOf = (threadId: string): PresenceNow => (shown?.threadId === threadId ? shown.now : nobody);

/** Who else looks at this conversation, who of them types, and who holds it until when. */
export const usePresence = (threadId: string): PresenceNow =>
  useSyncExternalStore(
    watch,
    () => presenceOf(threadId),
    () => nobody,
  );

/** "Dana is typing", "Dana and Nadia are looking"; null when nobody else is here. */
export function othersWords(others: readonly Other[]): string | null {
  const typing = others.filter((other) => other.typing);
  const told = typing.length > 0 ? typing : others;
  const [first, second, ...more] = told.map(({ name }) => name);
  if (!first) return null;
  const act = typing.length > 0 ? "typing" : "looking";
  if (!second) return `${first} is ${act}`;
  return more.length === 0
    ? `${first} and ${second} are ${act}`
    : `${first} and ${told.length - 1} others are ${act}`;
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}
