import { Section } from "@/components/ui/page-frame";
import { share } from "@/components/ui/share";
import type { RosterDetail } from "@/lib/rosters/types";

/** What was found in the file as a whole. A row may have several reasons, so they do not add up. */
export function ReasonCounts({ roster }: { roster: RosterDetail }) {
  const { rows, importable, rejected, rejections, notes } = roster;
  return (
    <div className="mt-10 grid gap-x-10 gap-y-10 md:grid-cols-2">
      <Section title="Left out" lead={share(rejected, rows, "rows")} className="mt-0">
        <Counts counts={rejections} none="Every row can be imported." />
      </Section>
      <Section
        title="Good to know"
        lead={`Of the ${importable.toLocaleString("en-US")} rows that can be imported`}
        className="mt-0"
      >
        <Counts counts={notes} none="Nothing stood out." />
      </Section>
    </div>
  );
}

function Counts({ counts, none }: { counts: RosterDetail["notes"]; none: string }) {
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
