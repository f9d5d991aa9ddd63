import { Invalid } from "@/lib/errors";
import type { OutcomeKind } from "./types";

const memberWords =
  "memberid membernumber memberno membernum memid member subscriberid subscribernumber patientid insuredid beneficiaryid medicaidid cin mrn id";

const actionColumns = {
  member_id: memberWords,
  service_date:
    "servicedate dateofservice dos dosfrom servicefromdate fromdateofservice datefrom fromdate visitdate dateofvisit encounterdate appointmentdate apptdate date day",
  code: "code procedurecode proccode procedure cpt cptcode cpthcpcs hcpcs hcpcscode servicecode billingcode visitcode visittype encountertype",
} as const;

const touchColumns = {
  member_id: memberWords,
  date: "date contactdate dateofcontact touchdate outreachdate maildate maileddate datemailed sentdate datesent senton calldate datecalled dateofcall visitdate day",
  channel: "channel touch touchtype contacttype contactmethod outreachtype medium mode method type",
  reached:
    "reached wasreached memberreached contacted contactmade delivered answered outcome result disposition status",
} as const;

export type Column = keyof typeof actionColumns | keyof typeof touchColumns;

const optional: readonly Column[] = ["code", "reached"];

export interface Heading {
  places: ReadonlyMap<Column, number>;
  /** How many cells the heading has, known or not. */
  width: number;
}

/**
 * Where each column stands. Throws Invalid with a sentence that names what is missing and what was found.
 * `needsCode`: the file is worth nothing without codes, because only some of them count.
 */
export function readHeading(
  cells: readonly string[],
  { kind, needsCode }: { kind: OutcomeKind; needsCode: boolean },
): Heading {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[^a-z0-9]/g, ""));
  const wanted: Partial<Record<Column, string>> = kind === "touches" ? touchColumns : actionColumns;
  const columns = Object.keys(wanted) as Column[];
  const places = new Map<Column, number>();
  for (const column of columns) {
    const words = wanted[column]?.split(" ") ?? [];
    const place = words.map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (place !== undefined) places.set(column, place);
  }
  const missing = columns.filter((column) => !places.has(column) && !optional.includes(column));
  if (missing.length > 0) throw new Invalid(missingSentence(missing, [...places.keys()]));
  if (needsCode && !places.has("code"))
    throw new Invalid(
      "You said which codes count, but the file has no column code. Add it, or leave the codes empty. Nothing was imported.",
    );
  return { places, width: cells.length };
}

// Only columns that we know are named: the first line of a file without a heading is a patient.
function missingSentence(missing: readonly Column[], found: readonly Column[]): string {
  const lacking = `${missing.length === 1 ? "The column" : "The columns"} ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing.`;
  if (found.length === 0)
    return `${lacking} None of our columns was found: the first line must be the heading. Nothing was imported.`;
  return `${lacking} Found: ${found.join(", ")}. Add what is missing and upload the file again. Nothing was imported.`;
}
