import { expect, test } from "vitest";
import type { ThreadEvent } from "@/lib/inbox/types-working";
import { eventLine, momentWords } from "./event-words";

const now = new Date("2026-03-04T20:30:00Z");
const zone = "America/New_York";
const said = (
  kind: ThreadEvent["kind"],
  details: ThreadEvent["details"] = {},
  by: string | null = "Dana Ortiz",
) => eventLine({ id: "1", at: now.toISOString(), kind, by, role: null, words: null, details }, now, zone);

test.each([
  [said("claimed"), "Dana Ortiz claimed this"],
  [said("taken_over", { from: "Nadia Brooks" }), "Dana Ortiz took this over from Nadia Brooks"],
  [said("lapsed", {}, null), "The claim ran out"],
  [said("note"), "Dana Ortiz noted"],
  [said("snoozed", { until: "2026-03-05T14:00:00Z" }), "Dana Ortiz put this off until tomorrow, 9:00 am"],
  [said("woken", { by: "text" }, null), "Back: the patient texted"],
  [said("woken", { by: "time" }, null), "Back from being put off"],
  [said("woken", { by: "person" }), "Dana Ortiz brought this back"],
  [said("outside", { how: "phone" }), "Dana Ortiz reached the patient by phone"],
  [said("closed", { disposition: "deceased" }), "Dana Ortiz closed this: the patient has died"],
  [
    said("priority", { from: "urgent", to: "routine" }),
    "Dana Ortiz changed how urgent this is, from urgent to routine",
  ],
  [said("alert", {}, null), "An emergency was raised"],
  [said("acknowledged"), "Dana Ortiz acknowledged the emergency"],
])("%s", (line, words) => {
  expect(line).toBe(words);
});

test("moments are told in the program's zone", () => {
  expect(momentWords("2026-03-04T22:30:00Z", now, zone)).toBe("today, 5:30 pm");
  expect(momentWords("2026-03-09T12:15:00Z", now, zone)).toBe("Monday 9 Mar 2026, 8:15 am");
});
