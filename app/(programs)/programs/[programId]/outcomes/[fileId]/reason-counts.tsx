import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/page-frame";
import { share } from "@/components/ui/share";
import type { OutcomeFileDetail, ReasonCount } from "@/lib/outcomes/types";
import { daysCovered } from "./words";

/** What was found in the file as a whole. A row may have several reasons, so they do not add up. */
export function ReasonCounts({ file }: { file: OutcomeFileDetail }) {
  const { rows, matched, known, rejected, codes, rejections, knowns, notes } = file;
  const facts = [
    { term: "Match a patient", detail: share(matched + known, rows, "rows") },
    { term: "New", detail: share(matched, rows, "rows") },
    { term: "Days covered", detail: daysCovered(file) },
    ...(codes.length > 0 ? [{ term: "Codes that count", detail: codes.join(", ") }] : []),
  ];
  return (
    <>
      <Section title="Match report">
        <Facts facts={facts} className="max-w-prose" />
      </Section>
      <div className="mt-10 grid gap-x-10 gap-y-10 md:grid-cols-2">
        <Section
          title="Left out"
          lead={share(rejected, rows, "rows")}
          className="mt-0"
          actions={
            rejected > 0 && (
              <a
                href={`/api/exports/outcomes/${file.id}`}
                download
                className="inline-flex min-h-8 items-center text-accent underline underline-offset-2 max-md:min-h-11"
              >
                Download these rows
              </a>
            )
          }
        >
          <Counts counts={rejections} none="No row was left out." />
        </Section>
        <Section title="Known already" lead={share(known, rows, "rows")} className="mt-0">
          <Counts counts={knowns} none="Every row that matches is new." />
        </Section>
        {notes.length > 0 && (
          <Section title="Good to know" lead="About rows that are imported all the same" className="mt-0">
            <Counts counts={notes} none="" />
          </Section>
        )}
      </div>
    </>
  );
}

function Counts({ counts, none }: { counts: ReasonCount[]; none: string }) {
  if (counts.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="grid">
      {counts.map(({ words, count }) => (
        <li key={words} className="grid grid-cols-[3rem_1fr] gap-x-3 border-b py-2 last:border-b-0">
          <span className="text-right tabular-nums">{count.toLocaleString("en-US")}</span>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}
