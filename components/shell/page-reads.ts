"use client";

import { readBegins } from "./live";

const again = 2_000;

/**
 * Next answers a page read that fails by loading the address anew, which takes with it what stands on the page; and
 * without a connection there is nothing to load. Such a read waits here until there is one. Returns how to undo it.
 */
export function holdPageReads(): () => void {
  const plain = window.fetch;
  const patient: typeof fetch = async (input, init) => {
    const address = readAddress(input, init);
    if (address) readBegins(address);
    for (;;) {
      try {
        return await plain(input, init);
      } catch (error) {
        if (!isPageRead(init) || init?.signal?.aborted || !(error instanceof TypeError)) throw error;
        await connected();
      }
    }
  };
  window.fetch = patient;
  return () => {
    if (window.fetch === patient) window.fetch = plain;
  };
}

/** What the router asks for says so by a header; an action is none: it is told to who pressed the button. */
export function isPageRead(init: RequestInit | undefined): boolean {
  if ((init?.method ?? "GET") !== "GET") return false;
  return new Headers(init?.headers).has("rsc");
}

/** Path and search of the page that is read; null for all else, also for what is only fetched ahead. */
export function readAddress(input: RequestInfo | URL, init: RequestInit | undefined): string | null {
  if (!isPageRead(init) || new Headers(init?.headers).has("next-router-prefetch")) return null;
  const url = new URL(input instanceof Request ? input.url : input, globalThis.location?.href);
  url.searchParams.delete("_rsc");
  return url.pathname + url.search;
}

/** Soon, and at once when the browser says that it is back. */
function connected(): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener("online", go);
      resolve();
    };
    const timer = setTimeout(go, again);
    addEventListener("online", go);
  });
}
