/** Every state and territory with a USPS code; the three of the armed forces say nothing of a place. */
export const stateNames: Readonly<Record<string, string>> = {
  AL: "Alabama",
  AK: "Alaska",
  AS: "American Samoa",
  AZ: "Arizona",
  AR: "Arkansas",
  CA: "California",
  CO: "Colorado",
  CT: "Connecticut",
  DE: "Delaware",
  DC: "District of Columbia",
  FM: "Micronesia",
  FL: "Florida",
  GA: "Georgia",
  GU: "Guam",
  HI: "Hawaii",
  ID: "Idaho",
  IL: "Illinois",
  IN: "Indiana",
  IA: "Iowa",
  KS: "Kansas",
  KY: "Kentucky",
  LA: "Louisiana",
  ME: "Maine",
  MH: "Marshall Islands",
  MD: "Maryland",
  MA: "Massachusetts",
  MI: "Michigan",
  MN: "Minnesota",
  MS: "Mississippi",
  MO: "Missouri",
  MT: "Montana",
  NE: "Nebraska",
  NV: "Nevada",
  NH: "New Hampshire",
  NJ: "New Jersey",
  NM: "New Mexico",
  NY: "New York",
  NC: "North Carolina",
  ND: "North Dakota",
  MP: "Northern Mariana Islands",
  OH: "Ohio",
  OK: "Oklahoma",
  OR: "Oregon",
  PW: "Palau",
  PA: "Pennsylvania",
  PR: "Puerto Rico",
  RI: "Rhode Island",
  SC: "South Carolina",
  SD: "South Dakota",
  TN: "Tennessee",
  TX: "Texas",
  UT: "Utah",
  VT: "Vermont",
  VI: "Virgin Islands",
  VA: "Virginia",
  WA: "Washington",
  WV: "West Virginia",
  WI: "Wisconsin",
  WY: "Wyoming",
};

// A state that two zones divide stands under both. By the Department of Transportation's limits, 49 CFR 71.
const statesOfZone: Readonly<Record<string, string>> = {
  "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC TN VA VT WV",
  "America/Chicago": "AL AR FL IA IL IN KS KY LA MI MN MO MS ND NE OK SD TN TX WI",
  "America/Denver": "AZ CO ID KS MT ND NE NM NV OR SD TX UT WY",
  "America/Phoenix": "AZ",
  "America/Los_Angeles": "CA ID NV OR WA",
  "America/Anchorage": "AK",
  "America/Adak": "AK",
  "Pacific/Honolulu": "HI",
  "America/Puerto_Rico": "PR VI",
  "Pacific/Guam": "GU MP FM",
  "Pacific/Pohnpei": "FM",
  "Pacific/Majuro": "MH",
  "Pacific/Palau": "PW",
  "Pacific/Pago_Pago": "AS",
};

export const stateZones: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.keys(stateNames).map((state) => [
    state,
    Object.keys(statesOfZone).filter((zone) => statesOfZone[zone]?.split(" ").includes(state)),
  ]),
);

// Names whose clocks go alike from 2024 to 2030, under the one that stands for them: zones then differ in time.
const alike: Readonly<Record<string, string>> = {
  "America/New_York":
    "America/Detroit America/Fort_Wayne America/Indiana/Indianapolis America/Indiana/Marengo " +
    "America/Indiana/Petersburg America/Indiana/Vevay America/Indiana/Vincennes America/Indiana/Winamac " +
    "America/Indianapolis America/Kentucky/Louisville America/Kentucky/Monticello America/Louisville " +
    "EST5EDT US/East-Indiana US/Eastern US/Michigan",
  "America/Chicago":
    "America/Indiana/Knox America/Indiana/Tell_City America/Knox_IN America/Menominee " +
    "America/North_Dakota/Beulah America/North_Dakota/Center America/North_Dakota/New_Salem " +
    "CST6CDT US/Central US/Indiana-Starke",
  "America/Denver": "America/Boise America/Shiprock MST7MDT Navajo US/Mountain",
  "America/Phoenix": "US/Arizona",
  "America/Los_Angeles": "PST8PDT US/Pacific",
  "America/Anchorage":
    "America/Juneau America/Metlakatla America/Nome America/Sitka America/Yakutat US/Alaska",
  "America/Adak": "America/Atka US/Aleutian",
  "Pacific/Honolulu": "Pacific/Johnston US/Hawaii",
  "America/Puerto_Rico": "America/St_Thomas America/Virgin",
  "Pacific/Guam": "Pacific/Chuuk Pacific/Saipan Pacific/Truk",
  "Pacific/Pohnpei": "Pacific/Kosrae Pacific/Ponape",
  "Pacific/Majuro": "Pacific/Kwajalein",
  "Pacific/Pago_Pago": "Pacific/Midway Pacific/Samoa US/Samoa",
};

const mainZones = new Map(
  Object.entries(alike).flatMap(([main, names]) => names.split(" ").map((name) => [name, main] as const)),
);

/** The zone that stands for this one wherever zones are held against each other. */
export const mainZone = (zone: string): string => mainZones.get(zone) ?? zone;
