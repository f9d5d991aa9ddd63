import { dueWords, languageName } from "@/app/(care)/patients/words";
import { type Fact, Facts } from "@/components/ui/facts";
import { Status } from "@/components/ui/status";
import { calendarDay, zoneWords } from "@/components/ui/time-words";
import { stateNames } from "@/lib/patients/state-zones";
import type { PatientDetail } from "@/lib/patients/types";
import { type PatientRecord, patientStatusWords } from "@/lib/patients/types-record";

/** What is on file about them. */
export function RecordFacts({ patient }: { patient: PatientDetail }) {
  const { record, windows, timeZone } = patient;
  const facts: (Fact | null)[] = [
    { term: "Member number", detail: record.memberNumber },
    { term: "Born", detail: `${dayWords(record.birthDate)}, ${patient.age} years old` },
    { term: "Language", detail: languageName(record.language) },
    { term: "Home", detail: homeWords(record) },
    record.timeZone ? { term: "Time zone", detail: zoneWords(record.timeZone) } : null,
    record.plan ? { term: "Plan", detail: record.plan } : null,
    record.tags.length > 0 ? { term: "Tags", detail: record.tags.join(", ") } : null,
    record.dueDate ? { term: "Child expected", detail: dayWords(record.dueDate) } : null,
    record.childBirthDate ? { term: "Child born", detail: dayWords(record.childBirthDate) } : null,
    { term: "Status", detail: <StatusOf record={record} zone={timeZone} /> },
    {
      term: "What is due",
      detail:
        windows.length === 0
          ? "Nothing on file"
          : windows.map((each) => <Due key={dueWords(each)} {...each} />),
    },
  ];
  return <Facts facts={facts.filter((fact) => fact !== null)} />;
}

function Due(window: PatientDetail["windows"][number]) {
  return <span className="block">{dueWords(window)}</span>;
}

function StatusOf({ record: { status, statusAt }, zone }: { record: PatientRecord; zone: string }) {
  const since = statusAt ? ` since ${calendarDay(new Date(statusAt), zone)}` : "";
  if (status === "active") return `${patientStatusWords.active}${since}`;
  return (
    <Status tone="warning" className="text-base">
      {patientStatusWords[status]}
      {since}
    </Status>
  );
}

const dayWords = (day: string) => calendarDay(new Date(`${day}T12:00Z`), "UTC");

/** Where they live, as far as it is known: it decides when they may be texted. */
function homeWords({ address, zip, zip3, state }: PatientRecord): string {
  const area = zip3 ? `ZIP code begins with ${zip3}` : null;
  const place = [state && stateNames[state], zip ?? area].filter(Boolean).join(" ");
  return [address, place].filter(Boolean).join(", ") || "Not on file";
}
