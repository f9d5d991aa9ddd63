import { describe, expect, test } from "vitest";
import { readConsent, readLanguage, readState, readStatus, readTimeZone, readZip } from "./cells";
import { columnByName, nameOf } from "./column-names";
import { readBirthDate, readDate } from "./dates";
import { layoutOf } from "./row-reader";
import { reasonSentence } from "./types";
import { judge } from "./verdict";

const names = [
  "member_id",
  "first_name",
  "last_name",
  "birth_date",
  "phone",
  "language",
  "zip",
  "state",
  "time_zone",
  "consent",
  "consent_date",
];
const layout = layoutOf(
  names.map((name) => ({ column: columnByName.get(nameOf(name))?.column ?? null, samples: [] })),
  { today: "2026-03-04", memberDigits: null },
);
const good = {
  member_id: "VC100001",
  first_name: "Rosa",
  last_name: "Marín",
  birth_date: "1994-05-17",
  phone: "212-555-0123",
  language: "es",
  zip: "02139",
  state: "MA",
  time_zone: "Eastern",
  consent: "Y",
  consent_date: "1/5/2026",
};
const verdictOf = (more: Partial<typeof good> = {}) => {
  const row: Record<string, string> = { ...good, ...more };
  return judge(
    names.map((name) => row[name] ?? ""),
    layout,
  );
};

test("a good row is imported as it is meant", () => {
  expect(verdictOf()).toEqual({
    verdict: "import",
    reasons: [],
    content: {
      memberNumber: "VC100001",
      name: "Rosa Marín",
      phone: "+12125550123",
      language: "es",
      row: {
        memberNumber: "VC100001",
        name: "Rosa Marín",
        birthDate: "1994-05-17",
        language: "es",
        zip3: "021",
        zip: "02139",
        state: "MA",
        timeZone: "America/New_York",
        ...{ address: null, plan: null, tags: [], dueDate: null, childBirthDate: null, status: null },
        phone: { e164: "+12125550123", notTextable: null },
        consent: true,
        consentOn: "2026-01-05",
      },
    },
  });
});

test.each([
  [{ member_id: " " }, "missing_member"],
  [{ member_id: "1.2E+08" }, "damaged_member"],
  [{ first_name: "", last_name: " " }, "missing_name"],
  [{ birth_date: "" }, "missing_birth_date"],
  [{ birth_date: "1/1/1900" }, "placeholder_birth_date"],
  [{ birth_date: "1/0/1900" }, "placeholder_birth_date"],
  [{ first_name: "Test", last_name: "Patient" }, "test_record"],
  [{ first_name: "12345", last_name: "67" }, "unreadable_name"],
  [{ birth_date: "1994-02-30" }, "unreadable_birth_date"],
  [{ birth_date: "17/5/1994" }, "unreadable_birth_date"],
  [{ birth_date: "2026-03-05" }, "future_birth_date"],
  [{ birth_date: "1894-05-17" }, "early_birth_date"],
  [{ phone: "2.12556E+09" }, "damaged_phone"],
  [{ phone: "212-555-0123 / 212-555-0124" }, "several_phones"],
  [{ phone: "555-0123" }, "unreadable_phone"],
])("%o is rejected: %s", (more, code) => {
  expect(verdictOf(more)).toMatchObject({ verdict: "reject", reasons: [code], content: { row: null } });
});

test("all that is wrong with a row is said at once", () => {
  expect(verdictOf({ member_id: "", birth_date: "x", phone: "x", consent: "" }).reasons).toEqual([
    "missing_member",
    "unreadable_birth_date",
    "unreadable_phone",
  ]);
});

test.each([
  [{ phone: "" }, "no_phone"],
  [{ phone: "N/A" }, "no_phone"],
  [{ phone: "999-999-9999" }, "placeholder_phone"],
  [{ phone: "c 212-555-0123 / h 212-555-0124" }, "mobile_of_several"],
  [{ birth_date: "5/17/94" }, "short_birth_year"],
  [{ birth_date: "34471" }, "excel_birth_date"],
  [{ zip: "2139" }, "restored_zip"],
  [{ last_name: "Mar\u00C3\u00ADn" }, "repaired_letters"],
  [{ last_name: "Mar?n" }, "lost_letters"],
  [{ phone: "800-555-0123" }, "not_textable:toll_free"],
  [{ consent: "" }, "no_consent"],
  [{ consent: "N" }, "no_consent"],
  [{ consent: "maybe" }, "unreadable_consent"],
  [{ consent_date: "soon" }, "unreadable_consent_date"],
  [{ consent_date: "2027-01-01" }, "unreadable_consent_date"],
  [{ language: "" }, "unknown_language"],
  [{ language: "Elvish" }, "unknown_language"],
  [{ zip: "ABC" }, "unreadable_zip"],
  [{ state: "Ontario" }, "unknown_state"],
  [{ time_zone: "GMT-5" }, "unknown_time_zone"],
])("%o is a person all the same, with a note: %s", (more, code) => {
  const { verdict, reasons, content } = verdictOf(more);
  expect([verdict, reasons]).toEqual(["import", [code]]);
  expect(content.row).not.toBeNull();
});

test("one name is enough", () => {
  expect(verdictOf({ last_name: "" })).toMatchObject({ verdict: "import", content: { name: "Rosa" } });
});

test("a row that is shifted by a missing quotation mark is not trusted", () => {
  const cells = [...names.map((name) => (good as Record<string, string>)[name] ?? ""), "Jr."];
  expect(judge(cells, layout)).toMatchObject({ verdict: "reject", reasons: ["extra_cells"] });
  expect(judge([...cells.slice(0, -1), " ", ""], layout).verdict).toBe("import");
});

describe("cells", () => {
  test.each([
    ["1994-5-7", "1994-05-07"],
    ["5/7/1994", "1994-05-07"],
    ["05-07-1994", "1994-05-07"],
    ["1994-05-07T00:00:00Z", "1994-05-07"],
    ["5/7/1994 12:00 AM", "1994-05-07"],
    ["2024-02-29", "2024-02-29"],
    ["2023-02-29", undefined],
    ["34471", undefined],
    ["17-May-1994", "1994-05-17"],
    ["May 17, 1994", "1994-05-17"],
    ["19940517", "1994-05-17"],
    ["05171994", "1994-05-17"],
    ["1994/05/17", "1994-05-17"],
  ])("the date %s is %s", (text, date) => expect(readDate(text)).toBe(date));

  test.each([
    ["34471", "1994-05-17"],
    ["34471.0", "1994-05-17"],
    ["5/17/94", "1994-05-17"],
    ["5/17/24", "2024-05-17"],
    ["5/17/26", "1926-05-17"],
    ["17-May-94", "1994-05-17"],
    ["99", undefined],
    ["60000", undefined],
  ])("of birth dates, %s is %s", (text, date) => expect(readBirthDate(text, "2026-03-04")?.date).toBe(date));

  test.each([
    ["A", "active"],
    ["Disenrolled 2025", "moved"],
    ["DECEASED", "deceased"],
    ["", null],
    ["?", undefined],
  ])("the status %s is %s", (text, status) => expect(readStatus(text)).toBe(status));

  test.each([
    ["Yes", true],
    ["x", true],
    ["Sí", true],
    ["0", false],
    ["", null],
    ["?", undefined],
  ])("the consent %s is %s", (text, consent) => expect(readConsent(text)).toBe(consent));

  test.each([
    ["English", "en"],
    ["en-US", "en"],
    ["Español", "es"],
    ["zh", "zh"],
    ["", undefined],
  ])("the language %s is %s", (text, tag) => expect(readLanguage(text)).toBe(tag));

  test.each([
    ["02139", "02139"],
    ["2139", "02139"],
    ["2139.0", "02139"],
    ["02139-4307", "02139"],
    ["021394307", "02139"],
    ["601", "00601"],
    ["", null],
    ["n/a", null],
  ])("the ZIP code %s is %s", (text, zip) => expect(readZip(text)).toBe(zip));

  test.each([
    ["in", "IN"],
    ["Indiana", "IN"],
    ["new york", "NY"],
    ["Washington, D.C.", "DC"],
    ["U.S. Virgin Islands", "VI"],
    ["P.R.", "PR"],
    ["", undefined],
    ["AE", undefined],
  ])("the state %s is %s", (text, state) => expect(readState(text)).toBe(state));

  test.each([
    ["Eastern", "America/New_York"],
    ["Pacific time", "America/Los_Angeles"],
    ["Central Standard Time (US & Canada)", "America/Chicago"],
    ["US Mountain Standard Time", "America/Phoenix"],
    ["Arizona", "America/Phoenix"],
    ["MST", "America/Denver"],
    ["EDT", "America/New_York"],
    ["ET", "America/New_York"],
    ["AKST", "America/Anchorage"],
    ["Hawaii", "Pacific/Honolulu"],
    ["america/boise", "America/Boise"],
    ["US/Pacific", "America/Los_Angeles"],
    ["Mars/Olympus", undefined],
    ["T", undefined],
    ["constructor", undefined],
    ["", undefined],
  ])("the time zone %s is %s", (text, zone) => expect(readTimeZone(text)).toBe(zone));
});

test("every reason is a sentence", () => {
  expect(reasonSentence("duplicate_member:12")).toBe("The same member number as on line 12, which is used.");
  expect(reasonSentence("not_textable:toll_free")).toBe("The phone is a toll-free number, so no texts.");
  expect(reasonSentence("missing_name")).toBe("No name.");
});
