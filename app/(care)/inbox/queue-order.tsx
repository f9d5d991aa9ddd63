"use client";

import { createContext, type ReactNode, use } from "react";

const Order = createContext<readonly string[]>([]);

/** Which conversations stand in the queue, from its top, for what is beside it. */
export function QueueOrder({ threadIds, children }: { threadIds: readonly string[]; children: ReactNode }) {
  return <Order value={threadIds}>{children}</Order>;
}

/** The conversation below this one in the queue, else the first. */
export function useNextInQueue(threadId: string): string | null {
  return nextAfter(use(Order), threadId);
}

export function nextAfter(order: readonly string[], threadId: string): string | null {
  const below = order.slice(order.indexOf(threadId) + 1).filter((id) => id !== threadId);
  return below[0] ?? order.find((id) => id !== threadId) ?? null;
}

export function IfAnyWait({ children }: { children: ReactNode }) {
  return use(Order).length > 0 ? children : null;
}
