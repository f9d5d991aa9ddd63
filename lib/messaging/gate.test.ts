import { expect, test } from "vitest";
import { type GateFacts, gate } from "./gate";
import { usualWindow } from "./texting-hours";
import { type Purpose, purposes } from "./types";

const now = new Date("2026-03-04T15:00:00Z");
const free: GateFacts = {
  purpose: "outreach",
  queuedAt: now,
  phoneStopped: false,
  reassignedAt: null,
  patient: "active",
  theirs: true,
  notTextable: false,
  fictional: true,
  consent: true,
  group: { open: true, expiresAt: null },
  stopSuggested: false,
  place: { zones: ["America/New_York"], states: [] },
  window: usualWindow,
  earlier: { toPhone: [], toPatient: [] },
  limits: { perDay: 1, perWeek: 3 },
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
  expect(gate(free, night)).toEqual({ notBefore: new Date("2026-03-05T15:00:00Z"), why: "hours" });
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

test.each(purposes)(
  "only outreach counts earlier outreach and waits for a nurse's decision: %s",
  (purpose) => {
    const earlier = { toPhone: [new Date(now.getTime() - 3_600_000)], toPatient: [] };
    const waits = purpose === "outreach";
    expect(gate({ ...free, purpose, earlier }, now)).toEqual(
      waits ? { notBefore: new Date(now.getTime() + 23 * 3_600_000), why: "frequency" } : { go: true },
    );
    expect(gate({ ...free, purpose, stopSuggested: true }, now)).toEqual(
      waits ? { notBefore: new Date(now.getTime() + 60_000), why: "suggestion" } : { go: true },
    );
  },
);

test.each([
  ["hold", "held"],
  ["deceased", "deceased"],
  ["moved", "moved"],
  ["merged", "merged"],
] as const)("to a patient who is %s no outreach goes, and everything else does", (patient, reason) => {
  for (const purpose of purposes)
    expect(gate({ ...free, purpose, patient }, now), purpose).toEqual(
      purpose === "outreach" ? { never: reason } : { go: true },
    );
});

test("to a number that is not the patient's any more no outreach goes; a nurse may reply", () => {
  expect(gate({ ...free, theirs: false }, now)).toEqual({ never: "wrong_number" });
  expect(gate({ ...free, theirs: false, purpose: "reply" }, now)).toEqual({ go: true });
  expect(gate({ ...free, patient: null, theirs: null, consent: null }, now)).toEqual({ never: "no_consent" });
});

test.each(purposes)("what was written before the number passed on: %s", (purpose) => {
  const [before, after] = [now.getTime() - 1, now.getTime() + 1].map((time) => new Date(time));
  const goes = purpose === "help_reply" || purpose === "stop_confirmation";
  expect(gate({ ...free, purpose, reassignedAt: after ?? now }, now)).toEqual(
    goes ? { go: true } : { never: "reassigned" },
  );
  expect(gate({ ...free, purpose, reassignedAt: before ?? now }, now)).toEqual({ go: true });
});

test("of several reasons to wait the one that holds longest is named", () => {
  const both = { ...free, stopSuggested: true, group: { open: false, expiresAt: null } };
  expect(gate(both, now)).toMatchObject({ why: "suggestion" });
  expect(gate(both, night)).toMatchObject({ why: "hours", notBefore: new Date("2026-03-05T15:00:00Z") });
});

test("where two places share no hour, outreach never goes, unless somebody stated the zone", () => {
  const place = { zones: ["America/New_York", "Pacific/Guam"], states: [] };
  expect(gate({ ...free, place }, now)).toEqual({ never: "no_common_hour" });
  expect(gate({ ...free, place: { ...place, stated: "America/New_York" } }, now)).toEqual({ go: true });
  // Two places that do share hours must both allow, whatever was stated.
  const near = { zones: ["America/New_York", "America/Chicago"], states: [], stated: "America/New_York" };
  expect(gate({ ...free, place: near }, now)).toMatchObject({ why: "hours" });
});
