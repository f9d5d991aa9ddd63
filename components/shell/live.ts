"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

/** Something changed on the server: ids only, never words about a patient. */
export type LiveChange = {
  kind: string;
  programId?: string | null;
  threadId?: string | null;
  campaignId?: string | null;
  rosterId?: string | null;
};

/** `resync`: changes may have been missed, so whatever is shown should be read again. */
export type LiveEvent = { type: "change"; change: LiveChange } | { type: "resync" };

export type LiveFilter = {
  kinds?: readonly string[];
  programId?: string;
  threadId?: string;
  campaignId?: string;
  rosterId?: string;
};

type Connection = { state: "connecting" | "live" | "lost"; heardAt: number };

const listeners = new Set<(event: LiveEvent) => void>();
const watchers = new Set<() => void>();
const unseen: Connection = { state: "connecting", heardAt: 0 };
let recent: { at: number; change: LiveChange }[] = [];
let connection: Connection = { ...unseen };
let ahead = 0;

export function subscribe(listener: (event: LiveEvent) => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function publish(event: LiveEvent) {
  const now = Date.now();
  recent = recent.filter(({ at }) => now - at < 3_000);
  if (event.type === "change") recent.push({ at: now, change: event.change });
  for (const listener of listeners) listener(event);
}

/** Changes of the last three seconds: one may fall between the server's read and the mount that shows it. */
export function justHeard() {
  return recent.filter(({ at }) => Date.now() - at < 3_000).map(({ change }) => change);
}

export function matches(change: LiveChange, filter: LiveFilter) {
  const { kinds, ...ids } = filter;
  if (kinds && !kinds.includes(change.kind)) return false;
  return (Object.keys(ids) as (keyof typeof ids)[]).every((key) => !ids[key] || ids[key] === change[key]);
}

/** Calls back for each change that matches, and for every resync. */
export function useLive(callback: (event: LiveEvent) => void, filter: LiveFilter = {}) {
  const heard = useEffectEvent((event: LiveEvent) => {
    if (event.type === "resync" || matches(event.change, filter)) callback(event);
  });
  useEffect(() => subscribe((event) => heard(event)), []);
}

export function setConnection(state: Connection["state"]) {
  const heardAt = state === "live" ? Date.now() : connection.heardAt;
  if (state === connection.state) {
    connection.heardAt = heardAt;
    return;
  }
  connection = { state, heardAt };
  for (const watcher of watchers) watcher();
}

/** Business time may be ahead of this machine's clock; what is shown is told on the server's. */
export function setServerNow(now: string) {
  ahead = Date.parse(now) - Date.now();
}

export const heardAtServerTime = () => new Date(connection.heardAt + ahead);

export const currentConnection = () => connection;

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

export function useConnection() {
  return useSyncExternalStore(watch, currentConnection, () => unseen);
}
