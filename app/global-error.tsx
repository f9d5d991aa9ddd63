"use client";

import "./globals.css";
import ErrorPage from "./error";

/** Stands in for the whole document when the root layout itself fails. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Hearback</title>
        <main>
          <ErrorPage {...props} />
        </main>
      </body>
    </html>
  );
}
