import { expect, test } from "vitest";
import { type EarlierOutreach, nextOutreach } from "./frequency";

const now = new Date("2026-03-04T20:30:00Z");
const hours = (n: number) => new Date(now.getTime() - n * 3_600_000);
const usual = { perDay: 1, perWeek: 3 };
const none: EarlierOutreach = { toPhone: [], toPatient: [] };
const inHours = (n: number) => hours(-n);

test("the first text may go, and one in 24 hours", () => {
  expect(nextOutreach(none, usual, now)).toBeNull();
  expect(nextOutreach({ ...none, toPhone: [hours(24)] }, usual, now)).toBeNull();
  expect(nextOutreach({ ...none, toPhone: [hours(23)] }, usual, now)).toEqual(inHours(1));
});

test("the patient is counted on whatever phone, and the phone for whatever patient", () => {
  expect(nextOutreach({ ...none, toPatient: [hours(1)] }, usual, now)).toEqual(inHours(23));
  expect(nextOutreach({ toPhone: [hours(20)], toPatient: [hours(2)] }, usual, now)).toEqual(inHours(22));
});

test("three in seven days, in whatever order they are told", () => {
  const three = [hours(30), hours(150), hours(80)];
  expect(nextOutreach({ ...none, toPhone: three }, usual, now)).toEqual(inHours(18));
  expect(nextOutreach({ ...none, toPhone: three.slice(0, 2) }, usual, now)).toBeNull();
  expect(nextOutreach({ ...none, toPhone: [hours(30), hours(80), hours(168)] }, usual, now)).toBeNull();
});

test("a program may have limits of its own", () => {
  const two = { ...none, toPhone: [hours(1), hours(2)] };
  expect(nextOutreach(two, { perDay: 3, perWeek: 10 }, now)).toBeNull();
  expect(nextOutreach(two, { perDay: 2, perWeek: 10 }, now)).toEqual(inHours(22));
});

test("a text that is due again when it may go, may go", () => {
  const starts = [hours(5), hours(29), hours(60)];
  const next = nextOutreach({ ...none, toPhone: starts }, usual, now);
  expect(next && nextOutreach({ ...none, toPhone: starts }, usual, next)).toBeNull();
  const before = next && new Date(next.getTime() - 1);
  expect(before && nextOutreach({ ...none, toPhone: starts }, usual, before)).toEqual(next);
});
