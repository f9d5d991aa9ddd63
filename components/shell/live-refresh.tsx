"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useTransition } from "react";
import {
  justHeard,
  type LiveEvent,
  type LiveFilter,
  matches,
  mayRead,
  onThisClock,
  readBegan,
  subscribe,
} from "./live";
import { paced } from "./paced";

const SOON = 300;
const IN_BACKGROUND = 5_000;
// A read began before the server told its time, and this machine learned that time later still.
const ON_ITS_WAY = 2_000;

// Shared: two of these on one page, or twenty changes in a burst, are one refresh.
const wanting = new Set<() => boolean>();
const told = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function want(refresh: () => boolean) {
  wanting.add(refresh);
  if (timer === undefined) timer = setTimeout(run, document.hidden ? IN_BACKGROUND : SOON);
}

function run() {
  timer = undefined;
  const [refresh] = wanting;
  if (!refresh) return;
  // Next answers a failed refresh by loading the address anew, which would take a draft with it.
  // Nothing is lost by waiting: being live again is a resync.
  if (!mayRead()) wanting.clear();
  else if (refresh()) {
    wanting.clear();
    for (const tell of told) tell();
  } else timer = setTimeout(run, SOON);
}

// Somebody looks again: what waited in the background is due now.
function hurry() {
  if (document.hidden || timer === undefined) return;
  clearTimeout(timer);
  run();
}

type Props = Omit<LiveFilter, "kinds"> & {
  kinds: readonly string[];
  /** Milliseconds: for pages that are dear to read and about much that changes. */
  atMostEvery?: number;
  /** Of a layout: when the server read it, ISO. It outlives its pages, and may be older than the one that came last. */
  readAt?: string;
};

/** Reads the page again on the server when something that it shows has changed. Renders nothing. */
export function LiveRefresh({ atMostEvery = 0, readAt, ...filter }: Props) {
  const router = useRouter();
  const path = usePathname();
  const [refreshing, startRefresh] = useTransition();

  const refresh = useEffectEvent(() => {
    if (refreshing) return false;
    startRefresh(() => router.refresh());
    return true;
  });
  const concerns = useEffectEvent(
    (event: LiveEvent) => event.type === "resync" || matches(event.change, filter),
  );

  const askAgain = useRef(() => {});
  const underWay = useRef<string>(undefined);
  const noteBegin = useEffectEvent(() => {
    underWay.current = readAt;
  });
  const lookIfRead = useEffectEvent((_path: string) => {
    if (readAt !== undefined && underWay.current === readAt) askAgain.current();
  });
  useEffect(() => {
    const tell = () => noteBegin();
    told.add(tell);
    return () => {
      told.delete(tell);
    };
  }, []);
  // Who goes to another page ends a reading that is under way, and the layout that stays is not read with that page.
  useEffect(() => lookIfRead(path), [path]);

  const shownSince = useEffectEvent(() => {
    const began = readBegan(location.pathname + location.search);
    return readAt ? Math.min(began, onThisClock(readAt) - ON_ITS_WAY) : began;
  });

  useEffect(() => {
    const mine = () => refresh();
    const { ask, stop: rest } = paced(() => want(mine), atMostEvery);
    askAgain.current = ask;
    if (justHeard(shownSince()).some((event) => concerns(event))) ask();
    const stop = subscribe((event) => {
      if (concerns(event)) ask();
    });
    document.addEventListener("visibilitychange", hurry);
    return () => {
      document.removeEventListener("visibilitychange", hurry);
      stop();
      rest();
      wanting.delete(mine);
    };
  }, [atMostEvery]);

  return null;
}
