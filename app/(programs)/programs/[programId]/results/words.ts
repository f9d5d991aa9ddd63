import { share } from "@/components/ui/share";
import { calendarDay, clockTime, shortDay } from "@/components/ui/time-words";
import type { Difference, FunnelCounts, Lift, RepliesOverTime, SlotUnit } from "@/lib/metrics/types";

const exact = new Intl.NumberFormat("en-US");

export const number = (value: number): string => exact.format(value);

/** "$12.40"; under a cent with what it takes: "$0.0075". */
export function money(micros: number): string {
  const digits = micros > 0 && micros < 10_000 ? 4 : 2;
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: 2,
    maximumFractionDigits: digits,
  }).format(micros / 1_000_000);
}

/** People of 100 to a tenth, with a true minus: "6.2", "−1.4". */
export const points = (part: number): string => {
  const tenths = Math.round(part * 1_000) / 10;
  return `${tenths < 0 ? "\u2212" : ""}${Math.abs(tenths).toFixed(1)}`;
};

/** The comparison in a sentence. Where the interval holds nothing, it says that no difference can be seen. */
export function liftFindingOf({ outreach, holdout }: Lift, difference: Difference, windowDays: number) {
  const { value, low, high } = difference;
  const hundredths = (part: number) => Math.round(part * 100);
  const acted = `${hundredths(outreach.acted / outreach.people)} of 100 in outreach acted within ${windowDays} days`;
  const ends = [low, high].map((end) => (Math.abs(end) < 0.0095 ? points(end) : String(hundredths(end))));
  if (low > 0)
    return `${acted}: ${hundredths(value)} more than in the holdout, 95\u00a0% interval ${ends[0]} to ${ends[1]}.`;
  if (high < 0)
    return `${acted}: ${hundredths(-value)} fewer than in the holdout, 95\u00a0% interval ${ends[1]?.slice(1)} to ${ends[0]?.slice(1)} fewer.`;
  return `No difference can be seen: ${acted}, and ${hundredths(holdout.acted / holdout.people)} of 100 in the holdout. The 95\u00a0% interval runs from ${ends[0]?.replace(/^[-\u2212]/, "")} fewer to ${ends[1]} more of 100.`;
}

/** The texted people in a sentence or two, each number with its whole. */
export function findingOf(counts: FunnelCounts, windowDays: number): string {
  const { supplied, outreach, textable, sent, delivered, replied, acted } = counts;
  if (supplied === 0) return "Nobody has been enrolled yet.";
  const whole = outreach === supplied ? "supplied" : "in outreach";
  const acts = `${share(acted, outreach, `${whole} did the desired action within ${windowDays} days`)}.`;
  if (sent === 0)
    return `No text has gone out yet: ${share(textable, outreach, "people could be texted")}. ${acts}`;
  if (delivered === 0)
    return `${share(sent, textable, "people were sent a text")}, none is known to have arrived. ${acts}`;
  return `${share(replied, delivered, "people reached have replied")}. ${acts}`;
}

/** "4 Mar, 10:00 am" · "4 Mar 2026" · "week of 2 Mar", from local time without a zone. */
export function slotWords(unit: SlotUnit, from: string): string {
  const local = new Date(`${from}Z`);
  const day = shortDay(local, "UTC");
  if (unit === "hour") return `${day}, ${clockTime(local, "UTC")}`;
  return unit === "week" ? `week of ${day}` : calendarDay(local, "UTC");
}

/** The slot with the most replies; the first of them where several are equal. */
export function busiest({ slots }: RepliesOverTime): RepliesOverTime["slots"][number] | undefined {
  return slots.reduce((most, slot) => (most && most.people >= slot.people ? most : slot), slots[0]);
}
