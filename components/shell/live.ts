"use client";

import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

/** Something changed on the server: ids only, never words about a patient. */
export type LiveChange = {
  kind: string;
  programId?: string | null;
  threadId?: string | null;
  campaignId?: string | null;
  patientId?: string | null;
  rosterId?: string | null;
};

/** `resync`: changes may have been missed, so whatever is shown should be read again. */
export type LiveEvent = { type: "change"; change: LiveChange } | { type: "resync" };

export type LiveFilter = {
  kinds?: readonly string[];
  programId?: string;
  threadId?: string;
  campaignId?: string;
  patientId?: string;
  rosterId?: string;
};

type Connection = { state: "connecting" | "live" | "lost"; heardAt: number };

const listeners = new Set<(event: LiveEvent) => void>();
const watchers = new Set<() => void>();
const unseen: Connection = { state: "connecting", heardAt: 0 };
// A page's own read on the server may be that much older than its mount: it loads, streams and hydrates meanwhile.
const oldestRead = { change: 10_000, resync: 30_000 };
let recent: { at: number; event: LiveEvent }[] = [];
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
  recent = [...recent.filter((heard) => isRecent(heard, now)), { at: now, event }];
  for (const listener of listeners) listener(event);
}

const isRecent = ({ at, event }: { at: number; event: LiveEvent }, now: number) =>
  now - at < oldestRead[event.type];

const readsBegan = new Map<string, number>();
const mostReads = 50;

/** The server is asked for this page (path and search) now: what was heard before, its answer knows. */
export function readBegins(address: string) {
  readsBegan.delete(address);
  readsBegan.set(address, Date.now());
  for (const [oldest] of readsBegan) if (readsBegan.size > mostReads) readsBegan.delete(oldest);
}

/** When the page at this address was asked for; without a reading that was seen, when the document was. */
export const readBegan = (address: string): number => readsBegan.get(address) ?? performance.timeOrigin;

/**
 * What was heard lately: it may have fallen between the server's read and the mount that shows it. Of a read that began
 * at a known moment, what was heard since; a resync for one that is older than what is kept here.
 */
export function justHeard(since?: number): LiveEvent[] {
  const now = Date.now();
  if (since !== undefined && now - since > oldestRead.change) return [{ type: "resync" }];
  return recent.filter((heard) => isRecent(heard, now) && heard.at >= (since ?? 0)).map(({ event }) => event);
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

const allowance = 10_000;
let allowedAt = Number.NEGATIVE_INFINITY;

/** The server answers although the stream is lost: pages may be read once. */
export function allowReading() {
  allowedAt = Date.now();
  publish({ type: "resync" });
}

/** Whether a page may be read again now: Next answers a reading that fails by loading the address anew. */
export const mayRead = () => connection.state === "live" || Date.now() - allowedAt < allowance;

/** Business time may be ahead of this machine's clock; what is shown is told on the server's. */
export function setServerNow(now: string) {
  ahead = Date.parse(now) - Date.now();
}

/** Milliseconds that business time is ahead of this machine's clock. */
export const businessAhead = () => ahead;

/** A moment of business time by this machine's clock, milliseconds. */
export const onThisClock = (moment: string): number => Date.parse(moment) - ahead;

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
