"use client";

import { useSyncExternalStore } from "react";
import { subscribe } from "@/components/shell/live";
import { draftIdOf, handOver, haveBack, putBack, saveAgain } from "./drafts";
import {
  answered,
  due,
  hasTurn,
  isOpen,
  type Outgoing,
  restBefore,
  shownHere,
  without,
} from "./outgoing-list";
import { type Refused, sendReply, takeBack } from "./send-reply";

// In the memory of this tab alone. A reply that reached nobody is tried again by itself, always under its own key.
let list: readonly Outgoing[] = [];
const refusals = new Map<string, Refusal>();
const watchers = new Set<() => void>();
let tries = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export interface Refusal extends Refused {
  seen: string | null;
  seenReply: string | null;
}

export type NewOutgoing = Omit<Outgoing, "key" | "state" | "messageId" | "leavesAt">;

/** A fault of ours may come after the reply was taken: the same words go under the same key once more. */
const doubtful = new Map<string, { key: string; content: string }>();

function keyFor({ threadId, about, body }: NewOutgoing): string {
  const before = doubtful.get(threadId);
  return before?.content === contentOf({ about, body }) ? before.key : crypto.randomUUID();
}

const contentOf = ({ about, body }: { about: string; body: string }) => JSON.stringify([about, body]);

/**
 * Shows a reply at once and hands it to the server. `mayLeave` may still say no, and then its words come back.
 * Resolves with what became of the first try.
 */
export async function sendOut(
  asked: NewOutgoing,
  mayLeave: () => Promise<boolean>,
): Promise<"taken" | "waiting" | "back"> {
  const reply = { ...asked, key: keyFor(asked) };
  refusals.delete(reply.threadId);
  handOver(reply.threadId);
  set([...list, { ...reply, state: "sending", messageId: null, leavesAt: null }]);
  if (!(await mayLeave())) {
    set(without(list, reply.key));
    putBack(reply.threadId, { body: reply.body, about: reply.about });
    saveAgain(reply.threadId);
    return "back";
  }
  if (!hasTurn(list, reply.key)) {
    set(answered(list, reply.key, { kind: "unreachable" }, Date.now()));
    return "waiting";
  }
  return attempt(reply.key);
}

async function attempt(key: string): Promise<"taken" | "waiting" | "back"> {
  const reply = list.find((one) => one.key === key);
  if (!reply) return "back";
  const { threadId } = reply;
  const draftId = await draftIdOf(threadId);
  const answer = await sendReply(reply, draftId);
  set(answered(list, key, answer, Date.now()));
  if (answer.kind === "unreachable") {
    tryLater();
    return "waiting";
  }
  tries = 0;
  if (answer.kind === "taken") setTimeout(() => set(without(list, key)), shownHere(answer.heldFor));
  doubtful.delete(threadId);
  if (answer.kind === "refused") {
    if (answer.code === "unexpected") doubtful.set(threadId, { key, content: contentOf(reply) });
    refusals.set(threadId, { ...answer, seen: reply.seen, seenReply: reply.seenReply });
    putBack(threadId, { body: reply.body, about: reply.about });
  }
  saveAgain(threadId, answer.kind === "taken" ? answer.at : null);
  // The next one of the same conversation.
  tryWaiting();
  return answer.kind === "taken" ? "taken" : "back";
}

/** Asks for a reply back, and has its words in the field again. Says why where it could not be. */
export async function undoSend(threadId: string, messageId: string): Promise<string | null> {
  const answer = await takeBack(threadId, messageId);
  if (!answer.ok) return answer.message;
  const sent = list.find((one) => one.messageId === messageId)?.body;
  set(list.filter((one) => one.messageId !== messageId));
  if (answer.draft) haveBack(threadId, { server: answer.draft, at: answer.at, sent });
  return null;
}

export function forgetRefusal(threadId: string): void {
  refusals.delete(threadId);
  tell();
}

function tryLater(): void {
  clearTimeout(timer);
  timer = setTimeout(tryWaiting, restBefore(tries));
  tries += 1;
}

function tryWaiting(): void {
  for (const { key } of due(list)) {
    set(list.map((one) => (one.key === key ? { ...one, state: "sending" } : one)));
    void attempt(key);
  }
}

if (typeof window !== "undefined") {
  addEventListener("online", tryWaiting);
  subscribe((event) => event.type === "resync" && tryWaiting());
  addEventListener("beforeunload", (event) => {
    if (list.some(isOpen)) event.preventDefault();
  });
  addEventListener("pagehide", () => {
    clearTimeout(timer);
    refusals.clear();
    set([]);
  });
}

const nothing: readonly Outgoing[] = [];

export const useOutgoing = (): readonly Outgoing[] =>
  useSyncExternalStore(
    watch,
    () => list,
    () => nothing,
  );

/** Why the last reply to this conversation was refused, until somebody has dealt with it. */
export const useRefusal = (threadId: string): Refusal | undefined =>
  useSyncExternalStore(
    watch,
    () => refusals.get(threadId),
    () => undefined,
  );

function set(next: readonly Outgoing[]): void {
  list = next;
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
