/** ISO weekdays: 1 is Monday. A day that is missing is closed. */
export type Days = Readonly<Partial<Record<number, { opens: string; closes: string }>>>;

/** When a state lets somebody be solicited, by the clock of whoever is called. */
export interface Rule {
  days: Days;
  source: string;
}

// Vendors' lists disagree: of what they say the narrower stands here, recorded calls and machine dialling included.
// Most of it is about sales, not care, so this is caution. State holidays are not in it.
const sources = {
  cfr: "47 CFR 64.1200(c)(1), read 2026-11-24",
  dropCowboy: "dropcowboy.com/state-compliance, of 2025-11-01, read 2026-11-24",
  clickPoint: "blog.clickpointsoftware.com/telemarketing-calling-hours-by-state, of 2025-07, read 2026-11-24",
  referrizer: "support.referrizer.com, TCPA quiet hours by state, read 2026-11-24",
  vicidial: "VICIdial's state call times as it ships them, older than 2020, read 2026-11-24",
  maine: "10 M.R.S. 1498(3), calls by machine: weekdays from 9 to 5; read 2026-11-24",
  southDakota: "SDCL 37-30-28, calls by machine: weekdays from 9 to 9; read 2026-11-24",
  oregon: "Oregon HB 3865 (2025), in force since 2026-01-01, texts included; read 2026-11-24",
  texas: "Texas SB 140 (2025), in force since 2025-09-01, texts included; read 2026-11-24",
  utah: "VICIdial's hours, and Utah Code 13-25a-103 for Sundays as commonly cited, not read",
  washington: "RCW 80.36.390 as commonly cited, not read",
  unconfirmed: "in some vendors' lists of 2025 and not in others",
} as const;

const weekdays = (opens: string, closes: string): Days =>
  Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, { opens, closes }]));

const notOnSundays = (opens: string, closes: string): Days => ({
  ...weekdays(opens, closes),
  6: { opens, closes },
});

const everyDay = (opens: string, closes: string): Days => ({
  ...notOnSundays(opens, closes),
  7: { opens, closes },
});

export const federalHours: Rule = { source: sources.cfr, days: everyDay("08:00", "21:00") };

/** By USPS code; a state that is missing has the federal hours. */
export const stateHours: Readonly<Partial<Record<string, Rule>>> = {
  AL: { source: sources.dropCowboy, days: notOnSundays("08:00", "20:00") },
  CA: { source: sources.unconfirmed, days: everyDay("09:00", "21:00") },
  CT: { source: sources.dropCowboy, days: everyDay("09:00", "20:00") },
  FL: { source: sources.dropCowboy, days: everyDay("08:00", "20:00") },
  IL: { source: sources.clickPoint, days: everyDay("09:00", "21:00") },
  IN: { source: sources.vicidial, days: everyDay("09:00", "20:00") },
  KY: { source: sources.dropCowboy, days: everyDay("10:00", "21:00") },
  LA: { source: sources.dropCowboy, days: notOnSundays("08:00", "20:00") },
  MA: { source: sources.dropCowboy, days: everyDay("08:00", "20:00") },
  MD: { source: sources.dropCowboy, days: everyDay("08:00", "20:00") },
  ME: { source: sources.maine, days: weekdays("09:00", "17:00") },
  MI: { source: sources.dropCowboy, days: everyDay("09:00", "21:00") },
  MN: { source: sources.dropCowboy, days: everyDay("09:00", "21:00") },
  MS: { source: sources.dropCowboy, days: notOnSundays("08:00", "20:00") },
  NE: {
    source: sources.clickPoint,
    days: { ...everyDay("08:00", "21:00"), 7: { opens: "13:00", closes: "21:00" } },
  },
  NJ: { source: sources.referrizer, days: everyDay("08:00", "20:00") },
  NM: { source: sources.dropCowboy, days: everyDay("09:00", "21:00") },
  NV: { source: sources.dropCowboy, days: everyDay("09:00", "20:00") },
  OK: { source: sources.dropCowboy, days: everyDay("08:00", "20:00") },
  OR: { source: sources.oregon, days: everyDay("08:00", "20:00") },
  // On Saturdays by the one list until noon, on Sundays by the other from half past one.
  PA: {
    source: sources.dropCowboy,
    days: {
      ...weekdays("08:00", "21:00"),
      6: { opens: "08:00", closes: "12:00" },
      7: { opens: "13:30", closes: "21:00" },
    },
  },
  RI: {
    source: sources.vicidial,
    days: { ...weekdays("09:00", "18:00"), 6: { opens: "10:00", closes: "17:00" } },
  },
  SD: { source: sources.southDakota, days: weekdays("09:00", "21:00") },
  TX: {
    source: sources.texas,
    days: { ...everyDay("09:00", "21:00"), 7: { opens: "12:00", closes: "21:00" } },
  },
  UT: { source: sources.utah, days: notOnSundays("09:00", "20:00") },
  WA: { source: sources.washington, days: everyDay("08:00", "20:00") },
  WY: { source: sources.vicidial, days: everyDay("08:00", "20:00") },
};
