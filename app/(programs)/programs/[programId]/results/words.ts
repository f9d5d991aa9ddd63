import { share } from "@/components/ui/share";
import type { FunnelCounts, RepliesOverTime, SlotUnit } from "@/lib/metrics/types";

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

/** The page in a sentence or two, each number with its whole. */
export function findingOf(counts: FunnelCounts, windowDays: number): string {
  const { supplied, textable, sent, delivered, replied, acted } = counts;
  if (supplied === 0) return "Nobody has been enrolled yet.";
  const acts = `${share(acted, supplied, `supplied did the desired action within ${windowDays} days`)}.`;
  if (sent === 0)
    return `No text has gone out yet: ${share(textable, supplied, "people could be texted")}. ${acts}`;
  if (delivered === 0)
    return `${share(sent, textable, "people were sent a text")}, none is known to have arrived. ${acts}`;
  return `${share(replied, delivered, "people reached have replied")}. ${acts}`;
}

/** "4 Mar, 10 am" · "4 Mar 2026" · "week of 2 Mar", from local time without a zone. */
export function slotWords(unit: SlotUnit, from: string): string {
  const local = new Date(`${from}Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options }).format(local);
  const day = `${local.getUTCDate()} ${part({ month: "short" })}`;
  if (unit === "hour") {
    const hour = local.getUTCHours();
    return `${day}, ${hour % 12 || 12} ${hour < 12 ? "am" : "pm"}`;
  }
  return unit === "week" ? `week of ${day}` : `${day} ${local.getUTCFullYear()}`;
}

/** The slot with the most replies; the first of them where several are equal. */
export function busiest({ slots }: RepliesOverTime): RepliesOverTime["slots"][number] | undefined {
  return slots.reduce((most, slot) => (most && most.people >= slot.people ? most : slot), slots[0]);
}
