import { areaCodeStates, areaCodeZones } from "./area-codes";
import { mainZone, stateNames, stateZones } from "./state-zones";
import { splitAreas, wholeAreas, zoneOfLetter } from "./zip-zones";

/** Where somebody may be: a text must be allowed in every one of these zones and states. Either may be empty. */
export interface Place {
  /** IANA; names whose clocks go alike are one name here. */
  zones: string[];
  /** USPS codes. */
  states: string[];
  /** The zone that somebody stated: what counts alone where the others leave no common hour. */
  stated?: string;
}

/** What is known of a patient and a phone that says where they may be. */
export interface KnownOfPlace {
  timeZone: string | null;
  zip: string | null;
  zip3: string | null;
  state: string | null;
  e164: string;
}

/**
 * Zones: the strongest source counts, from stated zone over ZIP and state down to area code; a weaker one that
 * agrees with no zone held so far adds all of its own. States: all that any source names, the area code's too,
 * since some (Florida, Oregon) let it say whom their law protects.
 */
export function placeOf(known: KnownOfPlace): Place {
  const home = regionsOfZip(known);
  const state = known.state && stateNames[known.state] ? known.state : null;
  const code = /^\+1(\d{3})/.exec(known.e164)?.[1] ?? "";
  const codeState = areaCodeStates.get(code);
  const codeZone = areaCodeZones.get(code);

  const stated = known.timeZone && isZone(known.timeZone) ? mainZone(known.timeZone) : undefined;
  const sources = [
    stated ? [stated] : [],
    home.map((region) => region.zone),
    zonesOf(state),
    codeZone ? [codeZone] : zonesOf(codeState),
  ];
  const zones = new Set<string>();
  for (const source of sources)
    if (!source.some((zone) => zones.has(zone))) for (const zone of source) zones.add(zone);

  const states = new Set(home.map((region) => region.state));
  if (state) states.add(state);
  if (codeState) states.add(codeState);
  return { zones: [...zones], states: [...states], ...(stated ? { stated } : {}) };
}

const zonesOf = (state: string | null | undefined) => (state && stateZones[state]) || [];

const checkedZones = new Map<string, boolean>();

/** Whether this is a time zone at all: what a clock cannot be read by says nothing. */
export function isZone(zone: string): boolean {
  const known = checkedZones.get(zone);
  if (known !== undefined) return known;
  let valid = true;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    valid = false;
  }
  checkedZones.set(zone, valid);
  return valid;
}

/** A state's part in one zone, and the ZIPs of an area that lie there, by their last two digits. */
interface Region {
  from: number;
  to: number;
  state: string;
  zone: string;
}

const regions = new Map<string, Region[]>();

for (const line of wholeAreas.trim().split("\n")) {
  const [region = "", ...ranges] = line.split(" ");
  for (const range of ranges) {
    const [first, last = first] = range.split("-").map(Number);
    for (let area = first ?? 0; area <= (last ?? -1); area += 1)
      regions.set(String(area).padStart(3, "0"), [regionOf(region, 0, 99)]);
  }
}
for (const line of splitAreas.trim().split("\n")) {
  const [area = "", ...runs] = line.split(" ");
  regions.set(
    area,
    runs.map((run) => {
      const [from = 0, to = from] = run.slice(0, -3).split("-").map(Number);
      return regionOf(run.slice(-3), from, to);
    }),
  );
}

function regionOf(code: string, from: number, to: number): Region {
  return { from, to, state: code.slice(0, 2), zone: zoneOfLetter[code.slice(2)] ?? "" };
}

/** The states that an area, the first three digits of a ZIP, lies in. Most lie in one. */
export const statesOfArea = (zip3: string): string[] => [
  ...new Set((regions.get(zip3) ?? []).map((region) => region.state)),
];

/** The areas that lie in one of these states, also those that reach into another. */
export const areasOf = (states: readonly string[]): string[] =>
  [...regions].flatMap(([area, parts]) => (parts.some(({ state }) => states.includes(state)) ? [area] : []));

/** Where a ZIP lies; all of its area where only the first three digits are known, or the last two are new to us. */
function regionsOfZip({ zip, zip3 }: Pick<KnownOfPlace, "zip" | "zip3">): Region[] {
  const [, area = zip3 ?? "", last] = /^(\d{3})(\d{2})/.exec(zip ?? "") ?? [];
  const all = regions.get(area) ?? [];
  const here =
    last === undefined ? [] : all.filter(({ from, to }) => Number(last) >= from && Number(last) <= to);
  return here.length > 0 ? here : all;
}
