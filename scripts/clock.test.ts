import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { businessTime, chooseOffset } from "./clock";

const zone = "America/New_York";
const hour = 3600;
const local = (text: string) => Temporal.ZonedDateTime.from(`${text}[${zone}]`).toInstant();
const standsAt = (offset: number, now: Temporal.Instant) =>
  now
    .add({ seconds: offset })
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

describe("the demo's clock", () => {
  it("starts at 10:00 on the first start, later that day where it is still early", () => {
    expect(chooseOffset(undefined, local("2026-11-24T08:30"), zone)).toBe(1.5 * hour);
  });

  it("starts at 10:00 on the next day where 10:00 has passed", () => {
    expect(chooseOffset(undefined, local("2026-11-24T11:00"), zone)).toBe(23 * hour);
  });

  it("starts at another hour where that is wished for", () => {
    expect(
      standsAt(chooseOffset(undefined, local("2026-11-24T11:00"), zone, 13), local("2026-11-24T11:00")),
    ).toBe("2026-11-24T13:00");
    expect(chooseOffset(3 * hour, local("2026-11-24T09:30"), zone, 13)).toBe(3.5 * hour);
  });

  it("starts without an offset exactly at 10:00", () => {
    expect(chooseOffset(undefined, local("2026-11-24T10:00"), zone)).toBe(0);
  });

  it("goes over a weekend to Monday", () => {
    const friday = local("2026-11-20T18:00");
    expect(standsAt(chooseOffset(undefined, friday, zone), friday)).toBe("2026-11-23T10:00");
  });

  it("keeps a stored offset between 10:00 and 16:00 on a weekday", () => {
    expect(chooseOffset(0, local("2026-11-24T10:00"), zone)).toBe(0);
    expect(chooseOffset(5 * hour, local("2026-11-24T10:59:59"), zone)).toBe(5 * hour);
  });

  it("chooses the smallest larger offset from 16:00 on", () => {
    expect(chooseOffset(5 * hour, local("2026-11-24T11:00"), zone)).toBe(23 * hour);
  });

  it("counts from business time, which may be days ahead", () => {
    const now = local("2026-11-24T20:00");
    const chosen = chooseOffset(14 * hour + 24 * hour, now, zone);
    expect(chosen).toBe(38 * hour);
    const evening = local("2026-11-25T02:30");
    expect(standsAt(chooseOffset(chosen, evening, zone), evening)).toBe("2026-11-27T10:00");
  });

  it("never sets the clock before 10:00 where the machine's time has a fraction of a second", () => {
    const now = local("2026-11-24T09:59:58.200");
    expect(chooseOffset(undefined, now, zone)).toBe(2);
  });

  it("loses an hour over the weekend on which clocks go forward", () => {
    expect(chooseOffset(undefined, local("2026-03-06T10:30"), zone)).toBe(70.5 * hour);
  });

  it("gains an hour over the weekend on which clocks go back", () => {
    expect(chooseOffset(undefined, local("2026-10-30T10:30"), zone)).toBe(72.5 * hour);
  });

  it("finds Monday 10:00 from within the hour that is skipped and the hour that comes twice", () => {
    const skipped = local("2026-03-08T01:59:59").add({ seconds: 1 });
    expect(standsAt(chooseOffset(undefined, skipped, zone), skipped)).toBe("2026-03-09T10:00");
    const twice = Temporal.Instant.from("2026-11-01T06:30:00Z");
    expect(standsAt(chooseOffset(undefined, twice, zone), twice)).toBe("2026-11-02T10:00");
  });

  it("says where it stands", () => {
    const now = local("2026-11-20T18:00");
    expect(businessTime(chooseOffset(undefined, now, zone), now, zone)).toBe(
      "Monday 23 November 2026, 10:00",
    );
  });
});
