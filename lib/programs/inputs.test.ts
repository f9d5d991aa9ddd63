import { describe, expect, test } from "vitest";
import { AddSenderInput, CreateProgramInput, LimitOutreachInput } from "./inputs";

const id = "0190a000-0000-7000-8000-000000000001";
const form = {
  name: "Prenatal visits",
  brand: "Valley Care",
  desiredAction: "Came to a prenatal visit",
  windowDays: "30",
  timeZone: "America/New_York",
  segmentCost: "$0.0075",
  senderId: id,
  "staffed-1": "on",
  "opens-1": "09:00",
  "closes-1": "17:00",
  "opens-2": "09:00",
  "closes-2": "17:00",
};
const problems = (typed: object) =>
  CreateProgramInput.safeParse(typed).error?.issues.map((i) => [i.path.join("."), i.message]) ?? [];

describe("a new program", () => {
  test("becomes numbers, hours and people", () => {
    expect(CreateProgramInput.parse({ ...form, memberIds: id })).toEqual({
      name: "Prenatal visits",
      brand: "Valley Care",
      desiredAction: "Came to a prenatal visit",
      windowDays: 30,
      timeZone: "America/New_York",
      segmentCostMicros: 7_500,
      senderId: id,
      memberIds: [id],
      hours: [{ weekday: 1, opens: "09:00", closes: "17:00" }],
    });
  });

  test.each([
    ["0", 0],
    ["1.5", 1_500_000],
    ["0.0001", 100],
    ["$10", 10_000_000],
  ])("a segment for %s dollars is %i micros", (segmentCost, micros) => {
    expect(CreateProgramInput.parse({ ...form, segmentCost }).segmentCostMicros).toBe(micros);
  });

  test.each([
    ["segmentCost", "0.00751"],
    ["segmentCost", "11"],
    ["segmentCost", "free"],
    ["timeZone", "Mars/Olympus"],
    ["windowDays", "0"],
    ["windowDays", "366"],
    ["windowDays", "2.5"],
    ["name", "  "],
    ["senderId", ""],
    ["closes-1", "08:00"],
    ["opens-1", "9 am"],
  ])("%s may not be %s", (field, value) => {
    const [[wrong, sentence] = []] = problems({ ...form, [field]: value });
    expect(wrong).toBe(field.replace(/closes|opens/, "staffed"));
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test("everything wrong is said at once, hours too", () => {
    const fields = problems({ ...form, name: "", "closes-1": "08:00" }).map(([field]) => field);
    expect(fields).toEqual(["name", "staffed-1"]);
  });

  test("somebody must answer on some day", () => {
    expect(problems({ ...form, "staffed-1": undefined })).toEqual([
      ["staffed-1", "Tick at least one day on which people answer."],
    ]);
  });
});

describe("when and how often", () => {
  const limits = {
    ...{ programId: id, seen: "10:00 18:00 no-sundays 1 3" },
    ...{ opens: "09:30", closes: "21:00", perDay: "2", perWeek: "2" },
  };
  const wrong = (more: object) =>
    LimitOutreachInput.safeParse({ ...limits, ...more }).error?.issues.map((i) => [
      i.path.join("."),
      i.message,
    ]);

  test("becomes numbers; a box that is not ticked is no", () => {
    const parsed = { ...limits, perDay: 2, perWeek: 2 };
    expect(LimitOutreachInput.parse(limits)).toEqual({ ...parsed, sundays: false });
    expect(LimitOutreachInput.parse({ ...limits, sundays: "on" })).toEqual({ ...parsed, sundays: true });
  });

  test.each([
    [{ opens: "07:30" }, "opens", "No outreach begins before 8:00 am."],
    [{ closes: "21:30" }, "closes", "No outreach goes out after 9:00 pm."],
    [{ opens: "10:00", closes: "10:00" }, "closes", "Choose an end after the start."],
    [{ perDay: "6", perWeek: "14" }, "perDay", "Choose a number from 1 to 5."],
    [{ perWeek: "15" }, "perWeek", "Choose a number from 1 to 14."],
    [{ perWeek: "1" }, "perWeek", "Seven days cannot allow less than one day."],
    [{ opens: undefined }, "opens", "Choose a time."],
  ])("%o is wrong at %s: %s", (more, field, sentence) => {
    expect(wrong(more)).toEqual([[field, sentence]]);
  });
});

describe("a number", () => {
  const parse = (number: string, kind: string) =>
    AddSenderInput.safeParse({ number, kind, segmentsPerSecond: "10" });

  test.each([
    ["(212) 555-0123", "10dlc", "+12125550123"],
    ["+1 800 555 0123", "toll_free", "+18005550123"],
    ["12345", "short_code", "12345"],
  ])("%s is %s %s", (typed, kind, number) => {
    expect(parse(typed, kind).data).toEqual({ number, kind, segmentsPerSecond: 10 });
  });

  test.each([
    ["+44 20 7183 8750", "10dlc"],
    ["+1 416 555 0123", "10dlc"],
    ["800 555 0123", "10dlc"],
    ["212 555 0123", "toll_free"],
    ["1234", "short_code"],
    ["212 555 012", "10dlc"],
  ])("%s is no %s number", (typed, kind) => {
    expect(parse(typed, kind).error?.issues[0]?.path).toEqual(["number"]);
  });
});
