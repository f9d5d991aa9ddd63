import { and, asc, eq, isNull } from "drizzle-orm";
import { enrollmentSteps } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { queueAgain } from "@/lib/messaging/line-up";
import { campaignFor } from "./queries";

/** Of one transaction; the page says how many are left. */
const atOnce = 1_000;

/**
 * A manager decides to send a campaign's texts once more of which nobody knows whether they arrived: some
 * people may get them twice. The gate asks again about each. Answers how many, at most 1,000 at a time.
 */
export async function sendUnknownAgain(ctx: Ctx, { campaignId }: { campaignId: string }): Promise<number> {
  authorize(ctx, "campaign.launch");
  return inTransaction(ctx, async (tx) => {
    const { programId } = await campaignFor(tx, campaignId);
    const unknown = await tx.db
      .select({ threadId: enrollmentSteps.threadId, messageId: enrollmentSteps.messageId })
      .from(enrollmentSteps)
      .where(
        and(
          eq(enrollmentSteps.campaignId, campaignId),
          eq(enrollmentSteps.failure, "unknown"),
          isNull(enrollmentSteps.failedAt),
        ),
      )
      .orderBy(asc(enrollmentSteps.patientId), asc(enrollmentSteps.step))
      .limit(atOnce);
    const queued = await queueAgain(tx, unknown, "unknown", tx.now);
    if (queued.length === 0)
      throw new Conflict("By now we know what became of these texts. Nothing was sent again.");
    await audit(tx, "campaign.sent-again", { programId, campaignId, count: queued.length });
    await record(tx, { kind: "campaign.changed", programId, campaignId });
    return queued.length;
  });
}
