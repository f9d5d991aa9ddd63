"use client";

import { AskFirst } from "@/components/forms/ask-first";
import { exactTime } from "@/components/ui/time-words";
import type { JoinedRecord } from "@/lib/patients/queries-records";
import { undoMergeAction } from "./merge-actions";

type Props = { zone: string; joined: JoinedRecord[] };

/** The records that were joined with this one, each with the way back. */
export function JoinedRecords({ zone, joined }: Props) {
  if (joined.length === 0) return null;
  return (
    <ul aria-label="Joined with this record" className="mb-6 border-t">
      {joined.map(({ mergeId, name, memberNumber, at, by }) => (
        <li key={mergeId} data-asks tabIndex={-1} className="grid gap-1 rounded border-b py-2.5">
          <p>
            Joined with {name}, member number <span className="tabular-nums">{memberNumber}</span>
          </p>
          <p className="text-muted text-sm">
            {by ? `By ${by}` : "Joined"}, {exactTime(new Date(at), zone)}
          </p>
          <AskFirst
            action={undoMergeAction}
            values={{ mergeId }}
            verb="Part them again"
            pending="Parting"
            question="They become two records again, as they were."
            className="print:hidden"
          />
        </li>
      ))}
    </ul>
  );
}
