const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "4 min", "1 h 40", "3 days": how far two moments are apart, without direction. */
export function apart(ms: number) {
  const gap = Math.abs(ms);
  if (gap < MINUTE) return "under 1 min";
  if (gap < HOUR) return `${Math.floor(gap / MINUTE)} min`;
  if (gap < DAY) {
    const minutes = Math.floor((gap % HOUR) / MINUTE);
    const hours = Math.floor(gap / HOUR);
    return minutes === 0 ? `${hours} h` : `${hours} h ${String(minutes).padStart(2, "0")}`;
  }
  const days = Math.floor(gap / DAY);
  return days === 1 ? "1 day" : `${days} days`;
}

// Composed from parts: server and browser disagree about the spaces in whole strings.
function parts(at: Date, zone: string, options: Intl.DateTimeFormatOptions) {
  const found: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatOf(zone, options).formatToParts(at)) found[type] = value;
  return found;
}

// Dear to make, and a conversation asks for hundreds: each zone's few are made once.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${Object.entries(options).join(" ")}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options });
  formats.set(key, format);
  return format;
}

/** "3:12 pm" */
export function clockTime(at: Date, zone: string) {
  const { hour, minute, dayPeriod } = parts(at, zone, { hour: "numeric", minute: "2-digit", hour12: true });
  return `${hour}:${minute} ${dayPeriod?.toLowerCase()}`;
}

/** 0 to 23 */
export const hourOf = (at: Date, zone: string): number =>
  Number(parts(at, zone, { hour: "numeric", hourCycle: "h23" }).hour);

/** "3 May 2026" */
export function calendarDay(at: Date, zone: string) {
  const { day, month, year } = parts(at, zone, { day: "numeric", month: "short", year: "numeric" });
  return `${day} ${month} ${year}`;
}

/** "9:00 am" of "09:00", a time of day on no particular day. */
export function timeOfDay(time: string) {
  return clockTime(new Date(`2000-01-01T${time}Z`), "UTC");
}

/** "3 May" */
export function shortDay(at: Date, zone: string) {
  const { day, month } = parts(at, zone, { day: "numeric", month: "short" });
  return `${day} ${month}`;
}

// A day begins on a quarter of an hour everywhere, and a long conversation asks again at each text that comes.
const days = new Map<string, string>();
const quarter = 15 * MINUTE;
const mostDays = 10_000;

/** "2026-05-03", as date fields want it. */
export function isoDay(at: Date, zone: string) {
  const key = `${zone} ${Math.floor(at.getTime() / quarter)}`;
  const known = days.get(key);
  if (known) return known;
  const { day, month, year } = parts(at, zone, { day: "2-digit", month: "2-digit", year: "numeric" });
  if (days.size >= mostDays) days.clear();
  const found = `${year}-${month}-${day}`;
  days.set(key, found);
  return found;
}

/** "Today", "Yesterday", "Sunday 3 May 2026": over what was said that day. */
export function dayHeading(at: Date, now: Date, zone: string) {
  const day = isoDay(at, zone);
  const today = isoDay(now, zone);
  if (day === today) return "Today";
  // Noon of the days, so that one of 23 or 25 hours counts as one.
  if (Date.parse(`${today}T12:00Z`) - Date.parse(`${day}T12:00Z`) === DAY) return "Yesterday";
  const { weekday } = parts(at, zone, { weekday: "long" });
  return `${weekday} ${calendarDay(at, zone)}`;
}

/** "3 May 2026, 3:12 pm CDT" */
export function exactTime(at: Date, zone: string) {
  const { timeZoneName } = parts(at, zone, { hour: "numeric", timeZoneName: "short" });
  return `${calendarDay(at, zone)}, ${clockTime(at, zone)} ${timeZoneName}`;
}

const americanZones: Partial<Record<string, string>> = {
  "America/New_York": "Eastern time",
  "America/Chicago": "Central time",
  "America/Denver": "Mountain time",
  "America/Phoenix": "Arizona time",
  "America/Los_Angeles": "Pacific time",
  "America/Anchorage": "Alaska time",
  "Pacific/Honolulu": "Hawaii time",
  "America/Puerto_Rico": "Puerto Rico time",
  "Pacific/Guam": "Guam time",
};

/** "Eastern time" for the zones that people here have a name for; "Europe/London" for any other. */
export function zoneWords(zone: string) {
  return americanZones[zone] ?? zone.replaceAll("_", " ");
}
