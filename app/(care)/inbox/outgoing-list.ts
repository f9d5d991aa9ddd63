import type { TakenReply } from "@/lib/inbox/types-sending";
import type { Draft } from "./draft-keeping";

/** A reply that was sent from this tab, until the conversation itself shows it. */
export interface Outgoing extends Draft {
  /** The same for each try: it goes out once. */
  key: string;
  threadId: string;
  /** "Rosa M." */
  who: string;
  /** What the nurse had before her. */
  seen: string | null;
  seenReply: string | null;
  inTheirHours: boolean;
  closes: boolean;
  /** "waiting": the server was not reached; it is tried again by itself. */
  state: "sending" | "waiting" | "taken";
  messageId: string | null;
  /** By this machine's clock, in milliseconds: until then it can be taken back. Null until the server has it. */
  leavesAt: number | null;
}

export type ReplyAnswer =
  | ({ kind: "taken"; at: string } & TakenReply)
  | { kind: "refused"; code: string; message: string }
  | { kind: "unreachable" };

const isKey = (key: string) => (one: Outgoing) => one.key === key;

/** What the list is after the server answered, or did not; refused it is not in it any more. */
export function answered(
  list: readonly Outgoing[],
  key: string,
  answer: ReplyAnswer,
  now: number,
): Outgoing[] {
  if (answer.kind === "refused") return list.filter((one) => one.key !== key);
  return list.map((one): Outgoing => {
    if (one.key !== key) return one;
    if (answer.kind === "unreachable") return { ...one, state: "waiting" };
    return {
      ...one,
      state: "taken",
      messageId: answer.messageId,
      leavesAt: now + answer.heldFor,
    };
  });
}

export const without = (list: readonly Outgoing[], key: string): Outgoing[] =>
  list.filter((one) => one.key !== key);

/** Of this conversation, what its page does not show yet. */
export const unseenIn = (
  list: readonly Outgoing[],
  threadId: string,
  shownIds: readonly string[],
): Outgoing[] =>
  list.filter((one) => one.threadId === threadId && !(one.messageId && shownIds.includes(one.messageId)));

/** What would be lost with this tab: nobody knows yet whether the server has it. */
export const isOpen = ({ state }: Outgoing): boolean => state !== "taken";

/** What is to be tried next: of each conversation the first that waits, so that its replies keep their order. */
export function due(list: readonly Outgoing[]): Outgoing[] {
  const threads = new Set<string>();
  return list.filter((one) => {
    if (!isOpen(one) || threads.has(one.threadId)) return false;
    threads.add(one.threadId);
    return one.state === "waiting";
  });
}

/** Whether another of this conversation is before it. */
export function hasTurn(list: readonly Outgoing[], key: string): boolean {
  const mine = list.find(isKey(key));
  const first = list.find((one) => isOpen(one) && one.threadId === mine?.threadId);
  return first?.key === key;
}

/** Milliseconds until the next try. */
export const restBefore = (tries: number): number => Math.min(15_000, 1_000 * 2 ** tries);

/** Those that can be taken back at this moment, the newest last. */
export const heldAt = (list: readonly Outgoing[], now: number): Outgoing[] =>
  list.filter(({ leavesAt }) => leavesAt !== null && leavesAt > now);

/** Milliseconds after which the conversation itself shows a reply that was taken. */
export const shownHere = (heldFor: number): number => Math.min(heldFor, 60_000) + 10_000;
