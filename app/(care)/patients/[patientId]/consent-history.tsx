import { consentDay, howKnown } from "@/app/(care)/consent-line";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { exactTime } from "@/components/ui/time-words";
import { displayPhone } from "@/lib/patients/phone-number";
import type { ConsentEntry } from "@/lib/patients/types";
import { ShownWords } from "./shown-words";

/** What they said about being texted, newest first, and what each entry rests on. */
export function ConsentHistory({ entries, zone }: { entries: ConsentEntry[]; zone: string }) {
  if (entries.length === 0)
    return (
      <EmptyState title="No consent on file">
        <p>Campaigns do not text them until somebody records their consent or a roster brings it.</p>
      </EmptyState>
    );
  return (
    <ol aria-label="Consent history, newest first" className="border-t">
      {entries.map((entry) => (
        <li key={entry.id} className="grid gap-0.5 border-b py-2.5">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <Status tone={entry.given ? "success" : "danger"}>{whatHappened(entry)}</Status>
            <span>
              {consentDay(entry, zone)}
              {howKnown(entry) && `, ${howKnown(entry)}`}
            </span>
            <span className="text-muted tabular-nums">{displayPhone(entry.phone)}</span>
          </div>
          {entry.note && <p className="max-w-prose whitespace-pre-wrap break-words">{entry.note}</p>}
          <Shown entry={entry} />
          <p className="text-muted text-sm">
            {entry.by ? `Recorded by ${entry.by}` : "Recorded"}, {exactTime(new Date(entry.recordedAt), zone)}
          </p>
        </li>
      ))}
    </ol>
  );
}

function whatHappened({ given, basis }: ConsentEntry): string {
  if (basis === "stop") return "Ended by a stop";
  return given ? "Agreed to texts" : "Took consent back";
}

function Shown({ entry }: { entry: ConsentEntry }) {
  const { words, given, basis, wordsVersion, language } = entry;
  if (words) return <ShownWords words={words} version={wordsVersion} language={language} />;
  const sentence = unknownWords(given, basis);
  return sentence && <p className="text-muted">{sentence}</p>;
}

function unknownWords(given: boolean, basis: ConsentEntry["basis"]): string | null {
  if (basis === "roster") return `The roster says ${given ? "yes" : "no"}. What was shown is not on file.`;
  if (basis === "stop")
    return "Texts to this number were stopped. Somebody else on it agreed again; this patient has to agree anew.";
  return given ? "The form has words of its own. They are not on file here." : null;
}
