"use client";

import "./globals.css";
import ErrorPage from "./error";

/** Stands in for the whole document when the root layout itself fails. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" data-theme={chosenTheme()} suppressHydrationWarning>
      <body>
        <title>This page could not be shown · Hearback</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}

// The layout that reads it from the request is what failed.
function chosenTheme(): string | undefined {
  if (typeof document === "undefined") return undefined;
  return /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];
}
