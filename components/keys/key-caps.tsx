"use client";

import { Fragment, useSyncExternalStore } from "react";
import { keyCaps } from "./key-words";

/** Which key it is, for who sees it; controls say it to screen readers by aria-keyshortcuts. */
export function KeyCaps({ of }: { of: string }) {
  const mac = useSyncExternalStore(never, isMac, () => false);
  return (
    <span aria-hidden className="inline-flex items-center gap-1 max-md:hidden">
      {keyCaps(of, mac).map((cap, i) => (
        <Fragment key={cap}>
          {i > 0 && <span className="text-muted text-sm">+</span>}
          <kbd className="min-w-5 rounded border border-line-strong bg-surface px-1 text-center font-sans text-muted text-sm">
            {cap}
          </kbd>
        </Fragment>
      ))}
    </span>
  );
}

const never = () => () => {};
const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);
