import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing";
import { theirTime } from "./their-time";

const t = testDatabase();
type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;
let clinic: Clinic;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const asked = (now: string, phoneId = clinic.patient.phone.id) =>
  theirTime(t.ctxFor(clinic.nurse, { now: new Date(now) }), { phoneId, programId: clinic.program.id });

test("in the day it is open, and at night it opens at eight in every zone where they may be", async () => {
  // ZIP area 100 is New York; the number may say another zone too.
  const day = await asked("2026-03-04T18:00:00Z");
  expect(day.zones).toContain("America/New_York");
  expect(day.opensAt).toBeNull();
  const night = await asked("2026-03-05T06:00:00Z");
  const hours = night.zones.map((zone) =>
    night.opensAt?.toLocaleTimeString("en-US", { timeZone: zone, hour: "2-digit", hourCycle: "h23" }),
  );
  expect(hours.map(Number).sort()[0]).toBe(8);
});

test("a number that nobody has is where its area code lies", async () => {
  const stranger = await t.given.phone("+18085550142");
  expect(await asked("2026-03-04T18:00:00Z", stranger.id)).toEqual({
    ...{ zones: ["Pacific/Honolulu"], opensAt: null },
  });
  expect((await asked("2026-03-04T17:59:00Z", stranger.id)).opensAt?.toISOString()).toBe(
    "2026-03-04T18:00:00.000Z",
  );
});

test("patients of other programs on the phone say nothing here", async () => {
  const elsewhere = await t.given.clinic();
  const shared = await t.given.phone("+18085550143");
  await t.given.patient(elsewhere.program.id, { on: shared });
  expect((await asked("2026-03-04T20:00:00Z", shared.id)).zones).toEqual(["Pacific/Honolulu"]);
});
