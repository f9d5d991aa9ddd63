"use client";

import { useEffect } from "react";

const badge = /^\(\d+!\) /;

/** "(1!) Inbox": how many emergencies ring, before whatever title the page has. Nothing about a patient. */
export function useTitleBadge(count: number): void {
  useEffect(() => {
    if (count === 0) return;
    const put = () => {
      const title = `(${count}!) ${document.title.replace(badge, "")}`;
      if (document.title !== title) document.title = title;
    };
    put();
    // Each page brings its own title.
    const seen = new MutationObserver(put);
    seen.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      seen.disconnect();
      document.title = document.title.replace(badge, "");
    };
  }, [count]);
}
