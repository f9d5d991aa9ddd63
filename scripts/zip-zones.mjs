// Writes lib/patients/zip-zones.ts: the state and the time zone of every ZIP code.
// Its data are no dependencies of ours. Install them in a folder of their own and name that:
//   npm install --prefix /tmp/zips zipcodes@8.0.0 geo-tz@8.1.9
//   node scripts/zip-zones.mjs /tmp/zips && npx biome check --write lib/patients/zip-zones.ts
// zipcodes (BSD) says where each code lies; geo-tz (MIT) holds the zones' borders of timezone-boundary-builder,
// © OpenStreetMap contributors, ODbL 1.0: the table is a derived database under that licence.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Name the folder in which zipcodes and geo-tz are installed.");
const require = createRequire(path.resolve(folder, "anywhere.js"));
const { codes } = require("zipcodes");
const { find } = require("geo-tz");

const letters = {
  "America/New_York": "E",
  "America/Chicago": "C",
  "America/Denver": "M",
  "America/Phoenix": "Z",
  "America/Los_Angeles": "P",
  "America/Anchorage": "K",
  "America/Adak": "A",
  "Pacific/Honolulu": "H",
  "America/Puerto_Rico": "R",
  "Pacific/Guam": "G",
  "Pacific/Pohnpei": "N",
  "Pacific/Majuro": "J",
  "Pacific/Palau": "W",
  "Pacific/Pago_Pago": "S",
};
const armedForces = new Set(["AA", "AE", "AP"]);

/** What the clocks of a zone say at noon and midnight of every day of 2024 to 2030: alike zones say the same. */
function clockOf(timeZone) {
  const clock = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone, hourCycle: "h23" },
    ...{ month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" },
  });
  const days = [];
  for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2031, 0, 1); at += 12 * 3_600_000)
    days.push(clock.format(at));
  return days.join();
}
const mains = new Map(Object.keys(letters).map((zone) => [clockOf(zone), zone]));
const letterOf = new Map();
function letterAt({ latitude, longitude }) {
  const [zone] = find(latitude, longitude);
  if (!letterOf.has(zone)) letterOf.set(zone, letters[mains.get(clockOf(zone))]);
  return letterOf.get(zone);
}

const places = Object.values(codes)
  .filter(({ zip, state }) => /^\d{5}$/.test(zip) && !armedForces.has(state))
  .map((place) => ({ zip: place.zip, area: place.zip.slice(0, 3), region: regionOf(place) }))
  .sort((a, b) => (a.zip < b.zip ? -1 : 1));

function regionOf(place) {
  const letter = letterAt(place);
  return letter ? `${place.state}${letter}` : undefined;
}

const areas = new Map();
for (const place of places) areas.set(place.area, [...(areas.get(place.area) ?? []), place]);

const whole = new Map();
const split = [];
for (const [area, all] of areas) {
  const known = all.filter(({ region }) => region);
  const regions = new Set(known.map(({ region }) => region));
  for (const { zip } of all.filter(({ region }) => !region)) console.error(`${zip}: no zone found`);
  if (regions.size === 1) whole.set(known[0].region, [...(whole.get(known[0].region) ?? []), area]);
  else if (regions.size > 1) split.push(`${area} ${runsOf(known).join(" ")}`);
}

/** "01-17INC 18INE": from the first to the last of neighbours of one region. Between two regions nobody knows. */
function runsOf(known) {
  const runs = [];
  for (const { zip, region } of known) {
    const last = runs.at(-1);
    if (last?.region === region) last.to = zip.slice(3);
    else runs.push({ from: zip.slice(3), to: zip.slice(3), region });
  }
  return runs.map(({ from, to, region }) => `${from === to ? from : `${from}-${to}`}${region}`);
}

/** "005 100-149" */
function shortened(list) {
  const ranges = [];
  for (const area of list) {
    const last = ranges.at(-1);
    if (last && Number(area) === Number(last.to) + 1) last.to = area;
    else ranges.push({ from: area, to: area });
  }
  return ranges.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(" ");
}

const block = (lines) => `\`\n${lines.join("\n")}\n\``;
writeFileSync(
  "lib/patients/zip-zones.ts",
  `// Written by scripts/zip-zones.mjs, which says from what: borders of time zones by timezone-boundary-builder,
// © OpenStreetMap contributors, under the Open Database License 1.0 (opendatacommons.org/licenses/odbl).
// A region is a state and a zone: "INC" is Indiana's part in Central time.

export const zoneOfLetter: Readonly<Record<string, string>> = {
${Object.entries(letters)
  .map(([zone, letter]) => `  ${letter}: "${zone}",`)
  .join("\n")}
};

/** First three digits that lie in one region as a whole: a region, then single ones and ranges. */
export const wholeAreas = ${block([...whole].sort().map(([region, list]) => `${region} ${shortened(list)}`))};

/** First three digits that regions divide, then the last two with their region. What is left out is unknown. */
export const splitAreas = ${block(split)};
`,
);
