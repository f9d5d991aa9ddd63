"use client";

import { BookOpenCheck } from "lucide-react";
import { Status, type StatusTone } from "@/components/ui/status";
import type { RaisedFlag } from "@/lib/inbox/types-urgency";
import { useUrgency } from "./urgency";

const tones = { emergency: "emergency", urgent: "urgent", review: "warning" } satisfies Record<
  RaisedFlag["priority"],
  StatusTone
>;
const words = { emergency: "Emergency", urgent: "Urgent", review: "Read with care" };

/** Under a text that raised them: which rules did, by which words, why one was lowered, and what was decided. */
export function FlagMarks({ messageId }: { messageId: string }) {
  const flags = useUrgency()?.flags.filter((flag) => flag.messageId === messageId) ?? [];
  if (flags.length === 0) return null;
  return (
    <ul aria-label="Why this may be urgent" className="grid gap-1 text-sm">
      {flags.map((flag) => (
        <li key={flag.rule} className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
          {flag.cleared ? (
            <span className="text-muted">{words[flag.priority]}</span>
          ) : (
            <Status
              tone={tones[flag.priority]}
              icon={flag.priority === "review" ? <BookOpenCheck aria-hidden /> : undefined}
            >
              {words[flag.priority]}
            </Status>
          )}
          <span>
            {flag.rule}: <q>{flag.words}</q>
          </span>
          {flag.lowered && <span className="text-muted">It {flag.lowered}: please read it.</span>}
          {flag.cleared && <span className="text-muted">Decided by {flag.cleared.by}</span>}
        </li>
      ))}
    </ul>
  );
}
