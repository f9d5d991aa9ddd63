import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";

// The circuit breaker of the account: while calls fail one after the other, hardly any more are made.
// Kept in the database, by its clock: a worker that starts anew, or another one, knows it too.

const failuresInARow = 10;
const longestRestSeconds = 60;
const probeSeconds = 15;

/** How many texts may start now: all, one to see whether calls get through again, or none. */
export async function breakerAllows(ctx: Ctx): Promise<"all" | "one" | "none"> {
  const [row] = await rowsOf<{ open: boolean; resting: boolean }>(
    ctx.db,
    sql`select open_until is not null as open, coalesce(open_until > clock_timestamp(), false) as resting
        from carrier_account where id = 'account'`,
  );
  if (!row?.open) return "all";
  if (row.resting) return "none";
  // Of several workers one tries; should it die with the answer, another one does after the same time.
  const [probing] = await rowsOf(
    ctx.db,
    sql`update carrier_account set open_until = clock_timestamp() + make_interval(secs => ${probeSeconds})
        where id = 'account' and open_until <= clock_timestamp() returning id`,
  );
  return probing ? "one" : "none";
}

/** What calls came to. `probeFailed` when one of them was the single one that a resting breaker allows. */
export interface CallCounts {
  answered: number;
  failed: number;
  probeFailed: boolean;
}

/** One call that was answered closes the breaker; failures in a row open it, longer each time. */
export async function countCalls(tx: Ctx, { answered, failed, probeFailed }: CallCounts): Promise<void> {
  if (answered > 0) {
    await tx.db.execute(
      sql`update carrier_account set failures = 0, opens = 0, open_until = null
          where id = 'account' and (failures > 0 or open_until is not null)`,
    );
    return;
  }
  if (failed === 0) return;
  const [row] = await rowsOf<{ failures: number; opens: number; open: boolean }>(
    tx.db,
    sql`select failures, opens, open_until is not null as open from carrier_account where id = 'account' for update`,
  );
  // While it rests, calls that were under way before come back as failures too: they say nothing new.
  if (!row || (row.open && !probeFailed)) return;
  const failures = row.failures + failed;
  if (!row.open && failures < failuresInARow) {
    await tx.db.execute(sql`update carrier_account set failures = ${failures} where id = 'account'`);
    return;
  }
  const rest = Math.min(longestRestSeconds, 2 ** row.opens) * (0.5 + Math.random() / 2);
  await tx.db.execute(
    sql`update carrier_account
        set failures = ${Math.min(failures, 10_000)}, opens = ${Math.min(row.opens + 1, 20)},
            open_until = clock_timestamp() + make_interval(secs => ${rest})
        where id = 'account'`,
  );
  log.error("calls to the carrier keep failing; sending rests", { failed: failures });
}
