import { clockTime, dayHeading } from "@/components/ui/time-words";
import { type LastContact, outsideWays } from "@/lib/inbox/types-working";

type Props = { contact: LastContact; now: string; zone: string };

/** When this phone was last heard from, answered, and reached beside texts. */
export function ContactLines({ contact, now, zone }: Props) {
  const when = (at: string) => {
    const moment = new Date(at);
    return `${dayHeading(moment, new Date(now), zone)}, ${clockTime(moment, zone)}`;
  };
  const { heardAt, answered, outside } = contact;
  const lines = [
    ["Last heard from", heardAt ? when(heardAt) : "never"],
    ["Last answered", answered ? `${when(answered.at)}, ${answered.by}` : "never"],
    ...(outside ? [[outsideWays[outside.how], `${when(outside.at)}, ${outside.by}`]] : []),
  ];
  return (
    <dl className="grid gap-0.5 text-sm">
      {lines.map(([term, words]) => (
        <div key={term} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
