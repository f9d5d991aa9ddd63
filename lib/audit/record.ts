import { and, eq, gt, sql } from "drizzle-orm";
import { audit as auditTable } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { firstIdAt, newId } from "@/lib/ids";
import type { AuditAction } from "./types";

export type AuditDetails = Record<string, string | number | boolean | null>;

/** Writes who did what, in the transaction that did it. Details hold ids, counts and codes only. */
export async function audit(
  tx: Ctx,
  action: AuditAction,
  details: AuditDetails & { programId?: string | null } = {},
): Promise<void> {
  const { programId = null, ...rest } = details;
  await tx.db.insert(auditTable).values({
    id: newId(),
    at: tx.now,
    actorKind: tx.actor.kind,
    actorId: tx.actor.kind === "user" ? tx.actor.userId : null,
    actorRole: tx.actor.kind === "user" ? tx.actor.role : null,
    action,
    programId,
    details: rest,
  });
}

/** A reading, once a minute for each reader and `subject` (an id or a view): a page that refreshes itself reads on. */
export async function auditReading(
  ctx: Ctx,
  action: AuditAction,
  subject: string,
  details: AuditDetails & { programId?: string | null },
): Promise<void> {
  const actorId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const [recent] = await ctx.db
    .select({ id: auditTable.id })
    .from(auditTable)
    .where(
      and(
        gt(auditTable.id, sql`${firstIdAt(new Date(Date.now() - 60_000))}::uuid`),
        eq(auditTable.action, action),
        sql`${auditTable.actorId} = ${actorId}`,
        sql`${auditTable.details} ->> 'subject' = ${subject}`,
      ),
    )
    .limit(1);
  if (!recent) await audit(ctx, action, { ...details, subject });
}
