import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";

export interface Resting {
  /** What is not to be taken up now. */
  ids(ctx: Ctx): string[];
  /** Does the work on `id`, and throws what it throws. */
  attempt<T>(ctx: Ctx, id: string, work: () => Promise<T>): Promise<T>;
}

const patience = 3;
const firstRest = 5_000;
const longestRest = 60_000;

/**
 * What a loop fails at three times in a row rests, in this process, so that what stands behind it gets its
 * turn. Nothing is given up or marked: it is tried again at least once a minute, and logged each time.
 */
export function restingPlace(kind: string): Resting {
  const faults = new Map<string, { count: number; until: number }>();
  return {
    ids: (ctx) => [...faults].flatMap(([id, { until }]) => (until > ctx.now.getTime() ? [id] : [])),
    async attempt(ctx, id, work) {
      try {
        const done = await work();
        faults.delete(id);
        return done;
      } catch (error) {
        const count = (faults.get(id)?.count ?? 0) + 1;
        const rest = count < patience ? 0 : Math.min(longestRest, firstRest * 2 ** (count - patience));
        faults.set(id, { count, until: ctx.now.getTime() + rest });
        if (rest > 0)
          log.error("something fails again and again and rests", { kind, failed: count, reason: id });
        throw error;
      }
    },
  };
}
