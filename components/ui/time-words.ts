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
  for (const { type, value } of new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    ...options,
  }).formatToParts(at)) {
    found[type] = value;
  }
  return found;
}

/** "3:12 pm" */
export function clockTime(at: Date, zone: string) {
  const { hour, minute, dayPeriod } = parts(at, zone, { hour: "numeric", minute: "2-digit", hour12: true });
  return `${hour}:${minute} ${dayPeriod?.toLowerCase()}`;
}

/** "3 May 2026" */
export function calendarDay(at: Date, zone: string) {
  const { day, month, year } = parts(at, zone, { day: "numeric", month: "short", year: "numeric" });
  return `${day} ${month} ${year}`;
}

/** "3 May 2026, 3:12 pm CDT" */
export function exactTime(at: Date, zone: string) {
  const { timeZoneName } = parts(at, zone, { hour: "numeric", timeZoneName: "short" });
  return `${calendarDay(at, zone)}, ${clockTime(at, zone)} ${timeZoneName}`;
}
