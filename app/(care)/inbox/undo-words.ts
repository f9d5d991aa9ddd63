import { clockTime, exactTime } from "@/components/ui/time-words";

/** Longer than this it waits for their morning, not for a second thought. */
const longestCount = 60_000;

/** "Leaves in 4 s", or when it goes: `inMs` from now, `at` by the server, `zone` the patient's. */
export function leavesIn(inMs: number, at: Date, zone: string): string {
  if (inMs <= longestCount) return `Leaves in ${Math.max(1, Math.ceil(inMs / 1_000))} s`;
  return inMs < 12 * 3_600_000 ? `Goes at ${clockTime(at, zone)}` : `Goes on ${exactTime(at, zone)}`;
}

export const isCounting = (inMs: number): boolean => inMs <= longestCount;
