import { expect, test } from "vitest";
import { isHeld, standingLine } from "./standing-line";

const zone = "America/New_York";
const since = "2026-05-03T12:00:00Z";

test.each([
  [{ status: "hold", reason: "loss", since }, "Outreach to Rosa is on hold since 3 May 2026 (loss)."],
  [{ status: "hold", reason: null, since: null }, "Outreach to Rosa is on hold."],
  [
    { status: "deceased", reason: "death", since },
    "Rosa has died, noted on 3 May 2026. No outreach goes to them.",
  ],
  [
    { status: "moved", reason: null, since },
    "Rosa has moved away, noted on 3 May 2026. No outreach goes to them.",
  ],
] as const)("%o reads as a sentence", (standing, line) => {
  expect(standingLine("Rosa", standing, zone)).toBe(line);
});

test("who moved away is not on hold", () => {
  expect(isHeld({ status: "moved", reason: null, since })).toBe(false);
  expect(isHeld({ status: "deceased", reason: null, since })).toBe(true);
  expect(isHeld(null)).toBe(false);
});
