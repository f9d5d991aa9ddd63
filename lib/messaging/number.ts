import { asc, inArray, sql } from "drizzle-orm";
import { phones, threads } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import type { MessageRef } from "./message-state";
import { recordStop } from "./stop";

/** What the carrier says of the number that a text went to: it opted out there, or cannot get texts. */
export interface NumberVerdict extends MessageRef {
  as: "opted_out" | "not_textable";
}

/** Writes it on the phone, so that nothing more is tried there. In order of phones, against deadlocks. */
export async function closeNumbers(tx: Ctx, verdicts: NumberVerdict[]): Promise<void> {
  if (verdicts.length === 0) return;
  const rows = await tx.db
    .select({ id: threads.id, phoneId: threads.phoneId })
    .from(threads)
    .where(inArray(threads.id, [...new Set(verdicts.map((v) => v.threadId))]))
    .orderBy(asc(threads.phoneId));
  for (const { id, phoneId } of rows)
    for (const verdict of verdicts.filter((v) => v.threadId === id)) {
      if (verdict.as === "opted_out")
        await recordStop(tx, { phoneId, source: "carrier", messageId: verdict.messageId });
      else
        await tx.db
          .update(phones)
          .set({ notTextable: "refused_by_carrier" })
          .where(sql`${phones.id} = ${phoneId} and ${phones.notTextable} is null`);
    }
}
