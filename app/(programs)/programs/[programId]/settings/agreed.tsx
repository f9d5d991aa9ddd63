import { Facts } from "@/components/ui/facts";
import { timeOfDay, zoneWords } from "@/components/ui/time-words";
import { displayPhone } from "@/lib/patients/phone-number";
import { dollars, type ProgramSummary, weekdayNames } from "@/lib/programs/types";

/** What a program was created with and keeps. */
export function Agreed({ program }: { program: ProgramSummary }) {
  return (
    <Facts
      facts={[
        { term: "Desired action", detail: program.desiredAction },
        { term: "Within", detail: `${program.windowDays} days of the first text` },
        { term: "Texts are from", detail: program.brand },
        { term: "Number", detail: program.sender ? displayPhone(program.sender) : "None" },
        { term: "One segment", detail: dollars(program.segmentCostMicros) },
        { term: "Time zone", detail: zoneWords(program.timeZone) },
        { term: "Staffed hours", detail: <Hours hours={program.hours} /> },
      ]}
    />
  );
}

function Hours({ hours }: Pick<ProgramSummary, "hours">) {
  if (hours.length === 0) return "Never";
  return (
    <ul>
      {hours.map(({ weekday, opens, closes }) => (
        <li key={weekday} className="grid grid-cols-[6rem_1fr]">
          <span>{weekdayNames[weekday - 1]}</span>
          <span>
            {timeOfDay(opens)} to {timeOfDay(closes)}
          </span>
        </li>
      ))}
    </ul>
  );
}
