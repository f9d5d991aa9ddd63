"use client";

import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";

const said = { no: "", copied: "Copied", selected: "Selected: press Ctrl+C to copy" } as const;

/** What is shown once and typed elsewhere, with a button that copies it. */
export function SecretLine({ secret }: { secret: string }) {
  const line = useRef<HTMLElement>(null);
  const [done, setDone] = useState<keyof typeof said>("no");

  async function copy() {
    try {
      await navigator.clipboard.writeText(secret);
      setDone("copied");
    } catch {
      // Not over plain http, and not where the browser was told no: then the person copies.
      if (line.current) getSelection()?.selectAllChildren(line.current);
      setDone("selected");
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 py-1">
      <code
        ref={line}
        translate="no"
        className="select-all break-all rounded border bg-surface px-2.5 py-1 font-mono text-lg text-ink"
      >
        {secret}
      </code>
      <Button onClick={() => void copy()}>
        {done === "copied" ? <Check aria-hidden /> : <Copy aria-hidden />}
        Copy
      </Button>
      <span role="status" className="font-medium">
        {said[done]}
      </span>
    </div>
  );
}
