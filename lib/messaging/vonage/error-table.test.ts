import { expect, test } from "vitest";
import { codeInType, errorTable, followsFrom } from "./error-table";

const asListed: Record<string, string[]> = {
  retry: ["1000", "1030", "1100", "1230", "1331"],
  back_off: ["1180", "1220", "1360", "1460"],
  stop_account: ["401", "402", "1060", "1070", "1080", "1140", "1160"],
  opted_out: ["1240"],
  not_textable: ["1050", "1170", "1190", "1200", "1260", "1280", "1300", "1310", "1430"],
  fail: [
    ...[
      "1210",
      "1270",
      "1282",
      "1010",
      "1020",
      "1040",
      "1090",
      "1120",
      "1420",
      "1130",
      "1150",
      "1400",
      "1410",
    ],
    ...["1440", "1450", "1470", "1472", "1473", "1250", "1251", "1290", "1320", "1330"],
  ],
};
const rows = Object.entries(asListed).flatMap(([what, codes]) => codes.map((code) => [code, what] as const));

test.each(rows)("%s in a receipt: %s", (code, what) => {
  const consequence = followsFrom(code);
  expect("as" in consequence ? consequence.as : consequence.next).toBe(what);
});

test("the daily limit waits for the next day, an absent phone for hours", () => {
  expect(followsFrom("1460")).toMatchObject({ atLeastSeconds: 86_400 });
  expect(followsFrom("1180")).toMatchObject({ atLeastSeconds: 14_400 });
});

test("each code stands once, has words, and its consequence is plain data", () => {
  expect(new Set(errorTable.map(({ code }) => code)).size).toBe(errorTable.length);
  for (const row of errorTable) {
    expect(row.words).toMatch(/^[A-Z]/);
    expect(JSON.parse(JSON.stringify(followsFrom(row.code)))).toEqual(row.consequence);
  }
});

test("an unknown code is about this text only", () => {
  for (const code of ["9999", "", "unknown", "__proto__", "constructor", undefined]) {
    expect(followsFrom(code).next).toBe("fail");
    expect(followsFrom(code, 422).next).toBe("fail");
  }
});

test.each([
  [undefined, 401, "stop_account"],
  [undefined, 402, "stop_account"],
  [undefined, 403, "stop_account"],
  [undefined, 404, "stop_account"],
  [undefined, 308, "stop_account"],
  [undefined, 429, "retry"],
  [undefined, 400, "fail"],
  // Who we are comes before what we sent.
  ["1240", 401, "stop_account"],
  ["1460", 429, "back_off"],
  ["9999", 429, "retry"],
  ["1100", 422, "stop_account"],
  ["1100", 429, "retry"],
  ["1150", 422, "fail"],
])("code %s with HTTP %s: %s", (code, httpStatus, next) => {
  expect(followsFrom(code, httpStatus).next).toBe(next);
});

test.each([
  ["https://developer.vonage.com/api-errors/messages#1000", "1000"],
  ["https://developer.vonage.com/api-errors/#unathorized", undefined],
  ["https://x/#12125550123", undefined],
  [42, undefined],
  [undefined, undefined],
])("the code in %s is %s", (type, code) => {
  expect(codeInType(type)).toBe(code);
});
