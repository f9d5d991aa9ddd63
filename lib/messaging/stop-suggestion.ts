import { and, eq, isNull, sql } from "drizzle-orm";
import { at, rowsOf } from "@/db/client";
import { phones, stopSuggestions } from "@/db/schema";
import { type Ctx, userIdOf } from "@/lib/context";
import type { MessageRef } from "./message-state";

/** A text may ask us to stop, by a rule. Outreach to its phone waits until a nurse has said whether it does. */
export const isUndecided = isNull(stopSuggestions.decidedAt);

/**
 * Notes it, unless the number is stopped already: then there is nothing to ask, and this is false. The lock makes a
 * stop that is being recorded wait for us, so that it settles this one too.
 */
export async function suggestStop(
  tx: Ctx,
  { threadId, messageId, phoneId }: MessageRef & { phoneId: string },
  judged: { rule: string; version: string },
): Promise<boolean> {
  const noted = await rowsOf(
    tx.db,
    sql`insert into stop_suggestions (thread_id, message_id, phone_id, rule, version, suggested_at)
        select ${threadId}::uuid, ${messageId}::uuid, id, ${judged.rule}, ${judged.version}, ${at(tx.now)}
        from phones where id = ${phoneId} and stopped_at is null for share
        returning message_id`,
  );
  return noted.length > 0;
}

/** Whether a nurse still has to decide about a text of this conversation. */
export async function hasUndecided(ctx: Ctx, threadId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ messageId: stopSuggestions.messageId })
    .from(stopSuggestions)
    .where(and(eq(stopSuggestions.threadId, threadId), isUndecided))
    .limit(1);
  return row !== undefined;
}

/** A nurse has decided. Undefined when it was decided before, or never asked. Phone first: as a stop locks them. */
export async function decideSuggestion(
  tx: Ctx,
  { threadId, messageId, phoneId }: MessageRef & { phoneId: string },
  decision: "stop" | "no_stop",
): Promise<{ rule: string; version: string } | undefined> {
  await tx.db
    .select({ id: phones.id })
    .from(phones)
    .where(eq(phones.id, phoneId))
    .limit(1)
    .for("no key update");
  const [decided] = await tx.db
    .update(stopSuggestions)
    .set({ decidedAt: tx.now, decidedBy: userIdOf(tx), decision })
    .where(and(eq(stopSuggestions.threadId, threadId), eq(stopSuggestions.messageId, messageId), isUndecided))
    .returning({ rule: stopSuggestions.rule, version: stopSuggestions.version });
  return decided;
}

/** The number is stopped anyhow, so nobody has to decide any more. Part of recording the stop. */
export async function settleSuggestions(tx: Ctx, phoneId: string): Promise<void> {
  await tx.db
    .update(stopSuggestions)
    .set({ decidedAt: tx.now, decision: "stopped_meanwhile" })
    .where(and(eq(stopSuggestions.phoneId, phoneId), isUndecided));
}
