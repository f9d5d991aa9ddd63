"use client";

import "./globals.css";
import { Failed } from "@/components/shell/failed";
import { Mark } from "@/components/shell/mark";

/** Stands in for the whole document where the root layout or the shell itself could not be put together. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" data-theme={chosenTheme()} suppressHydrationWarning>
      <body>
        <title>This page could not be shown · Hearback</title>
        <main>
          <p className="flex h-(--shell-top) items-center gap-2.5 border-b px-4 font-semibold md:px-6">
            <Mark />
            Hearback
          </p>
          <Failed {...props} />
        </main>
      </body>
    </html>
  );
}

// The layout that reads it from the request is what failed.
function chosenTheme(): string | undefined {
  if (typeof document === "undefined") return undefined;
  return /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];
}
