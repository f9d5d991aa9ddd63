import { describe, expect, test } from "vitest";
import { areaCodeStates, areaCodeZones } from "./area-codes";
import { type KnownOfPlace, placeOf } from "./place";
import { mainZone, stateNames, stateZones } from "./state-zones";

const nothing: KnownOfPlace = { timeZone: null, zip: null, zip3: null, state: null, e164: "" };
const place = (known: Partial<KnownOfPlace>) => placeOf({ ...nothing, ...known });
const [eastern, central, mountain, pacific] = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
];

test.each([
  ["46402", "Gary", "IN", central],
  ["46204", "Indianapolis", "IN", eastern],
  ["46534", "Knox", "IN", central],
  ["47591", "Vincennes", "IN", eastern],
  ["47714", "Evansville", "IN", central],
  ["42101", "Bowling Green", "KY", central],
  ["40202", "Louisville", "KY", eastern],
  ["97914", "Ontario", "OR", mountain],
  ["97201", "Portland", "OR", pacific],
  ["83814", "Coeur d'Alene", "ID", pacific],
  ["83702", "Boise", "ID", mountain],
  ["49935", "Iron River", "MI", central],
  ["49855", "Marquette", "MI", eastern],
  ["32401", "Panama City", "FL", central],
  ["32301", "Tallahassee", "FL", eastern],
  ["37402", "Chattanooga", "TN", eastern],
  ["37203", "Nashville", "TN", central],
  ["69101", "North Platte", "NE", central],
  ["69361", "Scottsbluff", "NE", mountain],
  ["57701", "Rapid City", "SD", mountain],
  ["58601", "Dickinson", "ND", mountain],
  ["67735", "Goodland", "KS", mountain],
  ["79901", "El Paso", "TX", mountain],
  ["79830", "Alpine", "TX", central],
  ["86515", "Window Rock", "AZ", mountain],
  ["85004", "Phoenix", "AZ", "America/Phoenix"],
  ["89883", "West Wendover", "NV", mountain],
  ["89101", "Las Vegas", "NV", pacific],
  ["99501", "Anchorage", "AK", "America/Anchorage"],
  ["99546", "Adak", "AK", "America/Adak"],
  ["96813", "Honolulu", "HI", "Pacific/Honolulu"],
  ["00901", "San Juan", "PR", "America/Puerto_Rico"],
  ["00802", "St. Thomas", "VI", "America/Puerto_Rico"],
  ["96910", "Hagatna", "GU", "Pacific/Guam"],
  ["96950", "Saipan", "MP", "Pacific/Guam"],
  ["96799", "Pago Pago", "AS", "Pacific/Pago_Pago"],
  ["06390", "Fishers Island", "NY", eastern],
])("ZIP %s, %s, is %s, %s", (zip, _, state, zone) => {
  expect(place({ zip })).toEqual({ zones: [zone], states: [state] });
});

describe("the strongest source counts", () => {
  test("a stated zone over the ZIP that it agrees with", () => {
    expect(place({ timeZone: "America/Indiana/Knox", zip: "46402" })).toEqual({
      zones: [central],
      states: ["IN"],
      stated: central,
    });
  });

  test("one that differs adds all of its zones", () => {
    expect(place({ timeZone: eastern, zip: "46402" }).zones).toEqual([eastern, central]);
    expect(place({ zip: "10001", e164: "+14235550100" }).zones).toEqual([eastern]);
    expect(place({ zip: "90001", e164: "+14235550100" }).zones).toEqual([pacific, eastern, central]);
  });

  test("a whole ZIP over the state's two zones, three digits of it over none", () => {
    expect(place({ zip: "46402", state: "IN" }).zones).toEqual([central]);
    expect(place({ zip3: "463", state: "IN" }).zones).toEqual([central]);
    expect(place({ zip3: "475", state: "IN" }).zones.sort()).toEqual([central, eastern]);
  });

  test("a ZIP that is new to us is anywhere in its area", () => {
    expect(place({ zip: "97999" }).zones.sort()).toEqual([mountain, pacific]);
    expect(place({ zip: "47526" }).zones.sort()).toEqual([central, eastern]);
    expect(place({ zip: "97914-1234" }).zones).toEqual([mountain]);
  });

  test("the state, then the area code", () => {
    expect(place({ state: "TX", e164: "+19155550100" }).zones).toEqual([central, mountain]);
    expect(place({ e164: "+19155550100" }).zones).toEqual([mountain]);
    expect(place({ e164: "+19285550100" }).zones.sort()).toEqual([mountain, "America/Phoenix"]);
    expect(place({ e164: "+18505550100" }).zones.sort()).toEqual([central, eastern]);
  });
});

test("names of one and the same time do not differ", () => {
  expect(
    place({ timeZone: "America/Detroit", zip: "10001", state: "KY", e164: "+13175550100" }).zones,
  ).toEqual([eastern]);
  expect(place({ timeZone: "Navajo", zip: "83702" }).zones).toEqual([mountain]);
  expect(place({ timeZone: "America/Phoenix", zip: "86515" }).zones).toEqual(["America/Phoenix", mountain]);
});

test("every state that a source names counts", () => {
  expect(place({ zip: "10001", state: "NJ", e164: "+13055550100" }).states).toEqual(["NY", "NJ", "FL"]);
  expect(place({ zip: "10001", e164: "+12125550100" }).states).toEqual(["NY"]);
});

test.each<Partial<KnownOfPlace>>([
  {},
  { timeZone: "Mars/Olympus", zip: "00000", state: "XX", e164: "+442079460000" },
  { zip: "09012" },
  { zip3: "962", state: "AE" },
  { e164: "+12905550100" },
  { e164: "+18005550100" },
])("nothing known is nowhere: %o", (known) => {
  expect(place(known)).toEqual({ zones: [], states: [] });
});

/** What the clocks of a zone say at every noon of 2024 to 2030. */
const clockOf = (timeZone: string) => {
  const clock = new Intl.DateTimeFormat("en-US", { timeZone, dateStyle: "short", timeStyle: "short" });
  return Array.from({ length: 2557 }, (_, i) => clock.format(Date.UTC(2024, 0, 1 + i, 12))).join();
};

test("zones under one name go alike from 2024 to 2030, and no two names do", () => {
  const mains = [...new Set(Object.values(stateZones).flat())];
  expect(new Set(mains.map(clockOf)).size).toBe(mains.length);
  for (const zone of Intl.supportedValuesOf("timeZone").filter((name) =>
    /^(America|Pacific|US)\//.test(name),
  ))
    if (mainZone(zone) !== zone) expect([zone, clockOf(zone)]).toEqual([zone, clockOf(mainZone(zone))]);
});

test("every state has zones, and every area code a state whose zones its own is of", () => {
  for (const state of Object.keys(stateNames))
    expect([state, stateZones[state]?.length]).not.toEqual([state, 0]);
  for (const [code, state] of areaCodeStates) {
    const zone = areaCodeZones.get(code);
    expect(code).toMatch(/^[2-9][0-8]\d$/);
    expect(stateZones[state]).toContain(zone ?? stateZones[state]?.[0]);
    expect([code, zone !== undefined && stateZones[state]?.length === 1]).toEqual([code, false]);
  }
  expect([...areaCodeZones.keys()].filter((code) => !areaCodeStates.has(code))).toEqual([]);
});

test("every ZIP area lies in a state that exists, in a zone that is read by a clock", () => {
  let areas = 0;
  for (let area = 0; area < 1_000; area += 1) {
    const { zones, states } = place({ zip3: String(area).padStart(3, "0") });
    if (zones.length > 0) areas += 1;
    for (const state of states) expect(stateNames[state]).toBeDefined();
    for (const zone of zones) expect(mainZone(zone)).toBe(zone);
  }
  expect(areas).toBeGreaterThan(880);
});
