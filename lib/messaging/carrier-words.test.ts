import { expect, test } from "vitest";
import { carrierWords } from "./carrier-words";

const listed = [
  ["retry soon", [429, 1000, 1030, 1100, 1230, 1331]],
  ["retry in hours", [1180, 1220, 1360]],
  ["next day", [1460]],
  ["stop the queue", [401, 402, 1060, 1070, 1080, 1140, 1160]],
  ["opted out", [1240]],
  ["number bad", [1050, 1170, 1190, 1200, 1260, 1280, 1300, 1310, 1430]],
  ["content or spam", [1210, 1270, 1282]],
  ["our fault", [422, 1010, 1020, 1040, 1090, 1120, 1130, 1150, 1400, 1410, 1420, 1440, 1450]],
  ["fraud tools", [1470, 1472, 1473]],
  ["unknown", [1250, 1251, 1290, 1320, 1330]],
] as const;

test.each(listed)("every code of the class %s has a sentence and what to do", (_, codes) => {
  for (const code of codes) {
    const words = carrierWords(`carrier ${code}`);
    expect(words).not.toContain(String(code));
    expect(words).toMatch(/^[A-Z].+\. [A-Z].+\.$/);
    expect(carrierWords(String(code))).toBe(words);
  }
});

test("a code that nobody listed is named as such", () => {
  expect(carrierWords("carrier 9999")).toBe("The carrier refused it (code 9999).");
  expect(carrierWords("carrier constructor")).toBe("The carrier refused it (code constructor).");
});
