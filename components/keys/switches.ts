"use client";

import { useSyncExternalStore } from "react";

/** What a person may switch off: single keys get in the way of speech input, WCAG 2.1.4. */
export type KeySwitch = "keys" | "palette";

const place = (of: KeySwitch) => `hearback-${of}`;
const watchers = new Set<() => void>();

/** On unless this browser was told otherwise. */
export const isOn = (of: KeySwitch): boolean => localStorage.getItem(place(of)) !== "off";

export function switchKeys(of: KeySwitch, on: boolean): void {
  if (on) localStorage.removeItem(place(of));
  else localStorage.setItem(place(of), "off");
  for (const watcher of watchers) watcher();
}

export const useKeySwitch = (of: KeySwitch): boolean =>
  useSyncExternalStore(
    watch,
    () => isOn(of),
    () => true,
  );

function watch(watcher: () => void) {
  watchers.add(watcher);
  addEventListener("storage", watcher);
  return () => {
    watchers.delete(watcher);
    removeEventListener("storage", watcher);
  };
}
