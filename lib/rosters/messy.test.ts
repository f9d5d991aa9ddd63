import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { programPatients, rosterPieces } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { newId } from "@/lib/ids";
import { preparePeople, upsertPatients } from "@/lib/patients/enrolling";
import { open } from "@/lib/phi/seal";
import { testDatabase } from "@/lib/testing";
import { startCommit } from "./committing";
import { tidyRosters } from "./loops";
import { rosterDetail } from "./queries";
import { commitAll, uploadAndCheck } from "./testing";
import {
  columnWords,
  noteWords,
  type RejectCode,
  type RosterDetail,
  reasonSentence,
  rejectWords,
} from "./types";

const t = testDatabase();

const heading = [
  ...["MBR_NBR", "Name", "DOB", "MOBILE_PHONE", "Pref. Language", "Address Line 1", "City", "St", "ZIP_CODE"],
  ...[
    "LOB",
    "Cohort",
    "EDD",
    "Baby DOB",
    "Mbr Status",
    "Term Date",
    "Deceased?",
    "SMS Opt-In",
    "Opt-In Date",
  ],
];

interface Row {
  member?: string;
  name?: string;
  born?: string;
  phone?: string;
  language?: string;
  address?: string;
  state?: string;
  zip?: string;
  plan?: string;
  tags?: string;
  due?: string;
  child?: string;
  status?: string;
  ended?: string;
  deceased?: string;
  consent?: string;
  consentOn?: string;
}

interface Damage {
  what: string;
  row?: Row;
  /** Written as it stands instead. */
  raw?: string;
  /** The sentences expected, by their codes. */
  rejected?: string[];
  warned?: string[];
  name?: string;
  /** What becomes of the patient: columns of `patients`, opened. */
  kept?: Record<string, unknown>;
  consented?: boolean;
}

const imports = (what: string, row: Row, also: Partial<Damage> = {}): Damage => ({ what, row, ...also });
const rejects = (what: string, row: Row, ...rejected: string[]): Damage => ({ what, row, rejected });
const warns = (what: string, row: Row, warned: string[], also: Partial<Damage> = {}): Damage => ({
  ...{ what, row, warned },
  ...also,
});

const damages: Damage[] = [
  imports("a clean row", {}, { name: "Rosa Marín", consented: true }),
  // Of the file.
  { what: "a blank line", raw: "" },
  { what: "a line of commas", raw: ",".repeat(17) },
  { what: "the heading again in the middle", raw: heading.join(","), rejected: ["repeated_heading"] },
  {
    ...{ what: "fewer cells than the heading", raw: "0000990001,Ana Ruiz,1990-01-01,212-555-0191" },
    ...{ warned: ["unknown_language", "no_consent", "few_cells"], name: "Ana Ruiz" },
  },
  {
    what: "more cells, as where a quotation mark is missing",
    raw: `0000990002,Marín, Jr., Rosa,1990-01-01${",".repeat(14)},x`,
    rejected: ["extra_cells"],
  },
  imports("a line break in a quoted cell", { name: '"Rosa\r\nMarín"' }, { name: "Rosa Marín" }),
  imports(
    "a quotation mark that belongs to the cell",
    { name: 'Rosa "Rosie" Marín' },
    { name: 'Rosa "Rosie" Marín' },
  ),
  imports("a row of Windows-1252", { name: "José Núñez" }, { name: "José Núñez" }),
  imports(
    "hard spaces and marks that nobody sees",
    { name: "\u00A0Rosa\u200B  Marín " },
    { name: "Rosa Marín" },
  ),
  // Of letters.
  warns("UTF-8 read as Windows-1252", { name: "Rosa Mar\u00C3\u00ADn" }, ["repaired_letters"], {
    name: "Rosa Marín",
  }),
  warns("the same twice over", { name: "Jos\u00C3\u0192\u00C2\u00A9 Ruiz" }, ["repaired_letters"], {
    name: "José Ruiz",
  }),
  warns("letters as a web page writes them", { name: "Sean O&#39;Hara" }, ["repaired_letters"], {
    name: "Sean O'Hara",
  }),
  warns("letters that are lost", { name: "Rosa Mar?n" }, ["lost_letters"], { name: "Rosa Mar?n" }),
  // Of names.
  warns("last name first, in one column", { name: '"Marín, Rosa"' }, ["swapped_name"], {
    name: "Rosa Marín",
  }),
  imports("a suffix is no first name", { name: '"Rosa Marín, Jr."' }, { name: "Rosa Marín, Jr." }),
  rejects("no name", { name: "N/A" }, "missing_name"),
  rejects("a number for a name", { name: "555-0101" }, "unreadable_name"),
  rejects("a record that somebody made to try", { name: "TEST PATIENT" }, "test_record"),
  // Of member numbers.
  rejects("no member number", { member: "-" }, "missing_member"),
  rejects("a member number in powers of ten", { member: "1.2E+08" }, "damaged_member"),
  warns("a member number without its zeros", { member: "880001" }, ["restored_member"], {
    kept: { member_number: "0000880001" },
  }),
  imports(
    "text marked by an apostrophe",
    { member: "'0000880002" },
    { kept: { member_number: "0000880002" } },
  ),
  imports(
    "a formula around a number",
    { member: '"=""0000880003"""' },
    { kept: { member_number: "0000880003" } },
  ),
  rejects("a member number for the second time", { member: "0000880002" }, "duplicate_member"),
  // Of birth dates.
  rejects("no birth date", { born: "NULL" }, "missing_birth_date"),
  rejects("a birth date still to come", { born: "2094-01-01" }, "future_birth_date"),
  rejects("1/1/1900, which means unknown", { born: "1/1/1900" }, "placeholder_birth_date"),
  rejects("zero as a date", { born: "1/0/1900" }, "placeholder_birth_date"),
  rejects("a 30 February", { born: "1994-02-30" }, "unreadable_birth_date"),
  rejects("born before 1900", { born: "1894-05-17" }, "early_birth_date"),
  warns("a spreadsheet's number for a date", { born: "34471" }, ["excel_birth_date"], {
    kept: { birth_date: "1994-05-17" },
  }),
  warns("a year of two digits", { born: "5/17/94" }, ["short_birth_year"], {
    kept: { birth_date: "1994-05-17" },
  }),
  warns("the same of a child", { born: "5/17/24" }, ["short_birth_year"], {
    kept: { birth_date: "2024-05-17" },
  }),
  imports("a date with a clock", { born: "5/17/1994 12:00:00 AM" }, { kept: { birth_date: "1994-05-17" } }),
  imports("a date without marks", { born: "19940517" }, { kept: { birth_date: "1994-05-17" } }),
  imports("a month by its name", { born: "17-May-1994" }, { kept: { birth_date: "1994-05-17" } }),
  // Of phones.
  rejects("a phone in powers of ten", { phone: "3.12556E+09" }, "damaged_phone"),
  rejects("seven digits", { phone: "555-0123" }, "unreadable_phone"),
  rejects("two phones, and nothing says which", { phone: "212-555-0192 / 212-555-0193" }, "several_phones"),
  warns("two phones, one called a cell", { phone: "c 212-555-0192 / h 212-555-0193" }, ["mobile_of_several"]),
  imports("the same phone twice", { phone: "212-555-0192; (212) 555-0192" }),
  imports("a phone with its label", { phone: "Mobile: (212) 555-0194 (mom)" }),
  imports("a phone as a decimal number", { phone: "2125550195.0" }),
  warns("no phone", { phone: "unknown" }, ["no_phone"]),
  warns("a phone that nobody has", { phone: "999-999-9999" }, ["placeholder_phone"]),
  warns("a toll-free phone", { phone: "800-555-0199" }, ["not_textable:toll_free"]),
  warns("a phone with an extension", { phone: "212-555-0196 x12" }, ["not_textable:extension"]),
  // Of consent.
  imports("consent as 1", { consent: "1" }, { consented: true }),
  imports("consent as X", { consent: "X" }, { consented: true }),
  warns("consent blank", { consent: "" }, ["no_consent"], { consented: false }),
  warns("consent N", { consent: "N" }, ["no_consent"], { consented: false }),
  warns("consent as something else", { consent: "verbal" }, ["unreadable_consent"], { consented: false }),
  warns("consent from the future", { consentOn: "2099-01-01" }, ["unreadable_consent_date"], {
    consented: true,
  }),
  // Of where somebody lives.
  warns("a ZIP without its zero", { zip: "2139" }, ["restored_zip"], { kept: { zip: "02139" } }),
  imports("a ZIP with four more digits", { zip: "02139-4307" }, { kept: { zip: "02139" } }),
  warns("a ZIP of letters", { zip: "K1A 0B1" }, ["unreadable_zip"]),
  warns("a state that is none", { state: "ZZ" }, ["unknown_state"]),
  imports(
    "an address over two columns",
    { address: "12 Elm St" },
    { kept: { address: "12 Elm St, Cambridge" } },
  ),
  warns("a language nobody speaks", { language: "Elvish" }, ["unknown_language"]),
  imports("a language by its code", { language: "SPA" }, { kept: { language: "es" } }),
  // Of membership.
  warns("left the plan", { status: "TERMED" }, ["left_plan"], { kept: { status: "moved" } }),
  warns("an end in the past", { ended: "12/31/2025" }, ["left_plan"], { kept: { status: "moved" } }),
  imports("an end that never comes", { ended: "12/31/9999" }, { kept: { status: "active" } }),
  warns("deceased", { deceased: "Y" }, ["deceased"], { kept: { status: "deceased" } }),
  warns("deceased, as a day", { deceased: "2026-01-31" }, ["deceased"], { kept: { status: "deceased" } }),
  warns("a status of their own", { status: "QX7" }, ["unknown_status"]),
  // Of plans and children.
  imports(
    "tags in any order, some twice",
    { tags: "High Risk; prenatal|PRENATAL" },
    {
      kept: { tags: "high-risk,prenatal" },
    },
  ),
  imports("a due date", { due: "7/4/2026" }, { kept: { due_date: "2026-07-04" } }),
  warns("a due date years away", { due: "7/4/2036" }, ["unreadable_due_date"]),
  warns("a child older than its mother", { child: "1980-01-01" }, ["unreadable_child_birth_date"]),
];

const cellsOf = (row: Row, n: number): string =>
  [
    row.member ?? `${n + 1}`.padStart(10, "0"),
    row.name ?? "Rosa Marín",
    row.born ?? "1990-02-03",
    row.phone ?? "212-555-0190",
    row.language ?? "es",
    row.address ?? "1 Main St",
    "Cambridge",
    row.state ?? "MA",
    row.zip ?? "02139",
    row.plan ?? "Medicaid",
    row.tags ?? "",
    row.due ?? "",
    row.child ?? "",
    row.status ?? "Active",
    row.ended ?? "",
    row.deceased ?? "",
    row.consent ?? "Y",
    row.consentOn ?? "",
  ].join(",");

/** With a title above the heading, a byte order mark, and one row of another encoding. */
function fileOf(): Buffer {
  const lines = damages.map(({ raw, row, what }, n) =>
    Buffer.from(
      String(raw ?? cellsOf(row ?? {}, n)),
      what.includes("Windows-1252") && !what.includes("read") ? "latin1" : "utf8",
    ),
  );
  const all = [Buffer.from(`\uFEFFValley Care,roster of March\r\n${heading.join(",")}\r\n`)];
  for (const line of lines) all.push(Buffer.from(line), Buffer.from("\r\n"));
  return Buffer.concat(all);
}

/** Where each one stands, as a spreadsheet counts: a quoted line break is no new row. */
const lineOf = (n: number) => n + 3;

let programId: string;
let roster: RosterDetail;
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeAll(async () => {
  clinic = await t.given.clinic();
  programId = clinic.program.id;
  const ctx = t.ctxFor(clinic.manager);
  // The program's own patient aside, its members have ten digits with zeros.
  await t.db.delete(programPatients).where(eq(programPatients.programId, programId));
  const members = Array.from({ length: 6 }, (_, i) => ({
    ...{ memberNumber: `00007700${10 + i}`, name: "Ana Soto", birthDate: "1980-01-01", language: "en" },
    ...{ zip3: null, phone: null, consent: null, consentOn: null },
  }));
  await inTransaction(t.loopCtx(), async (tx) =>
    upsertPatients(tx, programId, newId(), await preparePeople(tx, members)),
  );
  const id = await uploadAndCheck(ctx, t.loopCtx(), { programId, file: fileOf() });
  roster = await rosterDetail(ctx, id);
});

const codes = (words: readonly string[]) => words.map(reasonSentence);

test("its columns are known by their names, so that it is checked without a word", () => {
  expect(roster.state).toBe("checked");
  expect(roster.columns?.map(({ column }) => column && columnWords[column])).toEqual([
    ...["Member number", "Full name", "Birth date", "Phone", "Language", "Address (part of it)"],
    ...[
      "Address (part of it)",
      "State",
      "ZIP code",
      "Plan",
      "Cohort or tags",
      "Due date",
      "Child's birth date",
    ],
    ...["Membership status", "Membership ended", "Deceased", "Consent to texts", "Date of consent"],
  ]);
});

test("has at least thirty kinds of damage", () => {
  expect(damages.length).toBeGreaterThan(60);
  const seen = new Set(damages.flatMap(({ rejected = [], warned = [] }) => [...rejected, ...warned]));
  const all = [...Object.keys(rejectWords), ...Object.keys(noteWords)];
  // Zones are in verdict.test.ts, names on file in a test of their own.
  expect(all.filter((code) => ![...seen].some((each) => each.startsWith(code)))).toEqual([
    "unknown_time_zone",
    "name_on_file",
  ]);
});

test.each(damages.map((damage, n) => ({ ...damage, line: lineOf(n) })))(
  "line $line, $what",
  ({ line, raw, rejected, warned = [], name }) => {
    const found = roster.lines.find((each) => each.line === line);
    if (raw !== undefined && !rejected && !name) {
      expect(found).toBeUndefined();
      return;
    }
    expect(found?.verdict).toBe(rejected ? "reject" : "import");
    const sentences = rejected?.includes("duplicate_member")
      ? codes([`duplicate_member:${line - 2}`])
      : codes((rejected as RejectCode[] | undefined) ?? warned);
    expect(found?.reasons).toEqual(sentences);
    if (name) expect(found?.name).toBe(name);
  },
);

test("imported, each patient is kept as meant, and the file is gone", async () => {
  const ctx = t.ctxFor(clinic.manager);
  await startCommit(ctx, { rosterId: roster.id });
  await commitAll(t.loopCtx());
  await tidyRosters(t.loopCtx());
  expect(await t.db.$count(rosterPieces, eq(rosterPieces.rosterId, roster.id))).toBe(0);
  expect(await rosterDetail(ctx, roster.id)).toMatchObject({
    ...{ state: "committed", committed: roster.importable, isFileKept: false },
  });

  const patients = await keptPatients();
  expect(patients.size).toBe(roster.importable + 6);
  for (const [n, { what, row, rejected, kept = {}, consented }] of damages.entries()) {
    if (!row || rejected) continue;
    const number = kept.member_number ?? row.member ?? `${n + 1}`.padStart(10, "0");
    const patient = patients.get(String(number));
    expect([what, patient]).toEqual([what, expect.objectContaining(kept)]);
    if (consented !== undefined) expect([what, patient?.consented]).toEqual([what, consented]);
  }
});

async function keptPatients() {
  const rows = await rowsOf<Record<string, unknown> & { id: string }>(
    t.db,
    sql`select p.id, member_number, name, birth_date, zip, address, due_date, language, plan, status,
          array_to_string(tags, ',') as tags,
          coalesce((select given from consents c where c.patient_id = p.id order by c.id desc limit 1), false) as consented
        from patients p join program_patients m on m.patient_id = p.id and m.program_id = ${programId}`,
  );
  const opened = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        Buffer.isBuffer(value) ? open(`patients.${column}`, row.id, value) : value,
      ]),
    ),
  );
  return new Map(opened.map((row) => [String(row.member_number), row]));
}
