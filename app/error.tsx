"use client";

import { Button } from "@/components/ui/button";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const id = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert" className="grid max-w-prose justify-items-start gap-4 px-4 py-10 md:px-6">
      <h1 className="font-semibold text-xl">This page could not be shown</h1>
      <p>
        Something failed on our side while the page was put together. Texts keep coming in and going out, and
        what was saved before is safe.
      </p>
      <p>If you had just pressed a button, look whether it took effect before you press it again.</p>
      <Button variant="primary" onClick={() => retry()}>
        Try again
      </Button>
      {id && (
        <p className="text-muted">
          If it happens again, tell your administrator this number: <code className="select-all">{id}</code>
        </p>
      )}
    </div>
  );
}
