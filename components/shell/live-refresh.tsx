"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useTransition } from "react";
import { justHeard, type LiveEvent, type LiveFilter, matches, mayRead, subscribe } from "./live";
import { paced } from "./paced";

const SOON = 300;
const IN_BACKGROUND = 5_000;

// Shared: two of these on one page, or twenty changes in a burst, are one refresh.
const wanting = new Set<() => boolean>();
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
  else if (refresh()) wanting.clear();
  else timer = setTimeout(run, SOON);
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
};

/** Reads the page again on the server when something that it shows has changed. Renders nothing. */
export function LiveRefresh({ atMostEvery = 0, ...filter }: Props) {
  const router = useRouter();
  const [refreshing, startRefresh] = useTransition();

  const refresh = useEffectEvent(() => {
    if (refreshing) return false;
    startRefresh(() => router.refresh());
    return true;
  });
  const concerns = useEffectEvent(
    (event: LiveEvent) => event.type === "resync" || matches(event.change, filter),
  );

  useEffect(() => {
    const mine = () => refresh();
    const { ask, stop: rest } = paced(() => want(mine), atMostEvery);
    if (justHeard(location.pathname + location.search).some((event) => concerns(event))) ask();
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
