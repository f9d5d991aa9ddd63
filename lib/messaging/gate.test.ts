import { expect, test } from "vitest";
import { type GateFacts, gate } from "./gate";
import { nextTextingHour } from "./texting-hours";
import { type Purpose, purposes } from "./types";

const now = new Date("2026-03-04T15:00:00Z");
const free: GateFacts = {
  purpose: "outreach",
  queuedAt: now,
  phoneStopped: false,
  notTextable: false,
  fictional: true,
  consent: true,
  group: { open: true, expiresAt: null },
  timeZone: "America/New_York",
  simulatedCarrier: true,
};
const night = new Date("2026-03-05T03:00:00Z");

test.each(purposes)("with nothing against it, %s goes", (purpose) => {
  expect(gate({ ...free, purpose }, now)).toEqual({ go: true });
});

const afterStop: [Purpose, boolean][] = [
  ["outreach", false],
  ["reply", false],
  ["auto_reply", false],
  ["safety", false],
  ["help_reply", true],
  ["stop_confirmation", true],
];
test.each(afterStop)("after STOP, may %s go: %s", (purpose, goes) => {
  expect(gate({ ...free, purpose, phoneStopped: true }, now)).toEqual(
    goes ? { go: true } : { never: "stopped" },
  );
});

test.each(purposes)("%s to a fictional number never goes through a real carrier", (purpose) => {
  expect(gate({ ...free, purpose, simulatedCarrier: false }, now)).toEqual({ never: "fictional" });
});

test("outreach needs consent, a textable number, an open group and the hour; a reply needs none of them", () => {
  expect(gate({ ...free, consent: false }, now)).toEqual({ never: "no_consent" });
  expect(gate({ ...free, consent: null }, now)).toEqual({ never: "no_consent" });
  expect(gate({ ...free, notTextable: true }, now)).toEqual({ never: "not_textable" });
  expect(gate({ ...free, group: { open: true, expiresAt: now } }, now)).toEqual({ never: "expired" });
  expect(gate({ ...free, group: { open: false, expiresAt: null } }, now)).toHaveProperty("notBefore");
  expect(gate(free, night)).toEqual({ notBefore: new Date("2026-03-05T15:00:00Z") });
  const reply = { ...free, purpose: "reply" as const, consent: null, notTextable: true, group: null };
  expect(gate(reply, night)).toEqual({ go: true });
});

test("never outweighs not yet", () => {
  expect(gate({ ...free, phoneStopped: true }, night)).toEqual({ never: "stopped" });
});

test("a confirmation of STOP goes within five minutes or not at all", () => {
  const later = new Date(now.getTime() + 5 * 60_000 + 1);
  expect(gate({ ...free, purpose: "stop_confirmation", phoneStopped: true }, later)).toEqual({
    never: "expired",
  });
});

test.each([
  ["2026-03-04T14:59:59Z", "2026-03-04T15:00:00Z"],
  ["2026-03-04T15:00:00Z", null],
  ["2026-03-04T22:59:59Z", null],
  ["2026-03-04T23:00:00Z", "2026-03-05T15:00:00Z"],
  // Saturday evening waits for Monday, over the night in which clocks go forward.
  ["2026-03-08T00:00:00Z", "2026-03-09T14:00:00Z"],
  ["2026-03-08T16:00:00Z", "2026-03-09T14:00:00Z"],
])("at %s New York's next texting hour is %s", (at, next) => {
  expect(nextTextingHour(new Date(at), "America/New_York")?.toISOString() ?? null).toBe(
    next && new Date(next).toISOString(),
  );
});
