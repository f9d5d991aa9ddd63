import type { RosterDetail } from "@/lib/rosters/types";

/** What importing does, before anything is written. */
export function EffectCounts({ roster }: { roster: RosterDetail }) {
  const { added, changed, unchanged, duplicates, rejected } = roster;
  const facts = [
    ["New", added, "come into this program"],
    ["Changed", changed, "are brought up to date"],
    ["Unchanged", unchanged, "are as we know them"],
    ["Duplicate", duplicates, "stand on an earlier line too"],
    ["Rejected", rejected - duplicates, "cannot be imported"],
  ] as const;
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-x-6 gap-y-4 border-y py-4">
      {facts.map(([name, count, words]) => (
        <div key={name} className="grid gap-0.5">
          <dt className="font-medium">{name}</dt>
          <dd className="text-xl tabular-nums">{count.toLocaleString("en-US")}</dd>
          <dd className="text-muted text-sm">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
