"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

/** When a page could not be put together: what happened, what is safe, what to do, and the number that the log has it under. */
export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const id = error instanceof Error && "digest" in error ? String(error.digest) : null;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <div className="grid max-w-prose justify-items-start gap-4 px-4 py-10 md:px-6">
      <h1 ref={heading} tabIndex={-1} className="text-balance font-semibold text-xl outline-none">
        This page could not be shown
      </h1>
      <p>Something failed on our side while it was put together. It is not anything that you did.</p>
      <dl className="grid w-full [&_dd]:mb-4 [&_dt]:font-semibold">
        <dt>What is safe</dt>
        <dd>
          Everything that was saved before. Texts that patients send meanwhile are not lost: the carrier hands
          them over again for a day, until we have them.
        </dd>
        <dt>What to do</dt>
        <dd>
          Wait a moment, then try again. If you had just pressed a button, look whether it took effect before
          you press it again. If a patient cannot wait, call them.
        </dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => retry()}>
          Try again
        </Button>
        {/* A full load: what failed may be the script itself. */}
        <Button onClick={() => location.assign("/")}>Go to the start page</Button>
      </div>
      {id && (
        <p className="text-muted">
          If it stays, tell your admin this number, and when it happened:{" "}
          <code className="select-all whitespace-nowrap font-mono text-ink">{id}</code>
        </p>
      )}
    </div>
  );
}
