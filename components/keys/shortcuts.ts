"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

/** One act that a key does, here and now. */
export interface Shortcut {
  /** "r", "?", "mod+Enter" or "mod+shift+Enter"; mod is Ctrl, on a Mac Cmd. Letters are told without regard to case. */
  key: string;
  /** What it does, as a verb: "Reply". The help sheet and the palette show these. */
  words: string;
  run: () => void;
  /** Also while somebody types in a field: only for keys that write nothing. */
  whileTyping?: boolean;
}

let shortcuts: readonly Shortcut[] = [];
const watchers = new Set<() => void>();

function set(next: readonly Shortcut[]): void {
  shortcuts = next;
  for (const watcher of watchers) watcher();
}

/** Gives a key its act while the component is on the screen; the newest comes first where two want one key. */
export function useShortcut({ key, words, run, whileTyping = false }: Shortcut, enabled = true): void {
  const act = useEffectEvent(run);
  useEffect(() => {
    if (!enabled) return;
    const mine: Shortcut = { key, words, whileTyping, run: () => act() };
    set([mine, ...shortcuts]);
    return () => set(shortcuts.filter((one) => one !== mine));
  }, [key, words, whileTyping, enabled]);
}

export const currentShortcuts = () => shortcuts;

const none: readonly Shortcut[] = [];

/** All that have a key now. */
export const useShortcuts = () => useSyncExternalStore(watch, currentShortcuts, () => none);

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

const fields = "input, textarea, select, [role=textbox], [role=combobox]";
const overlays = "dialog[open], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest(fields) !== null);

/** Which of them this key press asks for; none while a dialog is open, which has keys of its own. */
export function shortcutFor(event: KeyboardEvent): Shortcut | undefined {
  if (event.altKey || event.repeat || event.defaultPrevented || event.isComposing) return undefined;
  const mod = event.ctrlKey || event.metaKey;
  // By itself Shift only makes another sign, such as "?".
  const pressed = `${mod ? "mod+" : ""}${mod && event.shiftKey ? "shift+" : ""}${event.key.toLowerCase()}`;
  const typing = isTyping(event.target);
  const asked = shortcuts.find((one) => one.key.toLowerCase() === pressed && (one.whileTyping || !typing));
  // Looked for last: in a conversation of two thousand texts it takes as long as all else that a key does.
  return asked && !document.querySelector(overlays) ? asked : undefined;
}
