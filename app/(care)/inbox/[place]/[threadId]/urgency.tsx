"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Urgency } from "@/lib/inbox/types-urgency";

const Context = createContext<Urgency | null>(null);

/** Gives what rules raised in the conversation to the bubbles and panels inside. */
export function UrgencyProvider({ urgency, children }: { urgency: Urgency; children: ReactNode }) {
  return <Context value={urgency}>{children}</Context>;
}

export const useUrgency = () => useContext(Context);
