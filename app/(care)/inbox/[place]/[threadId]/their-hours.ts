import { clockTime, hourOf } from "@/components/ui/time-words";

const [opens, closes] = [8, 21];

/** Before eight or after nine in the evening, in any of the zones where the patient may be. */
export const isOutsideHours = (at: Date, zones: readonly string[]): boolean =>
  zones.some((zone) => hourOf(at, zone) < opens || hourOf(at, zone) >= closes);

/** "9:40 pm", or "7:40 pm or 9:40 pm" where the zones' clocks differ; of many what they lie between. */
export function theirClock(at: Date, zones: readonly string[]): string {
  const times = [...new Set(zones.map((zone) => clockTime(at, zone)))];
  if (times.length <= 2) return times.join(" or ");
  const byHour = [...zones].sort((a, b) => offsetIn(at, a) - offsetIn(at, b));
  return `between ${clockTime(at, byHour[0] ?? "UTC")} and ${clockTime(at, byHour.at(-1) ?? "UTC")}`;
}

/** Milliseconds that the zone's clock is ahead of UTC. */
function offsetIn(at: Date, zone: string): number {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  return Date.parse(`${clock.format(at).replace(" ", "T")}Z`) - at.getTime();
}
