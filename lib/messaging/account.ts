import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { carrierAccount } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { log } from "@/lib/log";

// The one account with the carrier: stopped when the carrier refuses it (no credit, wrong credentials).

const account = eq(carrierAccount.id, "account");

export async function accountIsStopped(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db
    .select({ stoppedAt: carrierAccount.stoppedAt })
    .from(carrierAccount)
    .where(account)
    .limit(1);
  return row?.stoppedAt != null;
}

/** Nothing leaves any more until an admin resumes. `reason` is the carrier's code, in words. */
export async function stopAccount(tx: Ctx, reason: string): Promise<void> {
  const [stopped] = await tx.db
    .update(carrierAccount)
    .set({ stoppedAt: sql`clock_timestamp()`, stopReason: reason })
    .where(and(account, isNull(carrierAccount.stoppedAt)))
    .returning({ id: carrierAccount.id });
  if (!stopped) return;
  await audit(tx, "account.stopped", { reason });
  log.error("the carrier refuses the account; nothing is sent until an admin resumes", { reason });
}

/** Lets texts leave again: somebody has put right what the carrier refused. Conflict when it runs already. */
export async function resumeAccount(ctx: Ctx): Promise<void> {
  authorize(ctx, "carrier.resume");
  await inTransaction(ctx, async (tx) => {
    const [resumed] = await tx.db
      .update(carrierAccount)
      .set({ stoppedAt: null, stopReason: null, failures: 0, opens: 0, openUntil: null })
      .where(and(account, isNotNull(carrierAccount.stoppedAt)))
      .returning({ id: carrierAccount.id });
    if (!resumed) throw new Conflict("Texts are leaving already: somebody resumed a moment ago.");
    await audit(tx, "account.resumed", {});
  });
}
