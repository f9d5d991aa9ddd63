import { and, desc, eq, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { audit as auditTable, programs, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import type { Ctx } from "@/lib/context";
import { audit } from "./record";
import { verifyAudit } from "./sealing";
import type { AuditAction, AuditPage, AuditProof } from "./types";

const perPage = 100;
const sealsShown = 20;

const subjects = alias(users, "subjects");

// Written by our own verbs as a uuid; anything else must not break the page that shows it.
const subjectId = sql`case when ${auditTable.details} ->> 'userId' ~ '^[0-9a-f-]{36}$'
  then (${auditTable.details} ->> 'userId')::uuid end`;

export interface AuditFilter {
  /** The last entry of the page before, from `AuditPage.next`. */
  after?: string;
  action?: AuditAction;
  /** Who acted. */
  userId?: string;
}

/** What was done, newest first. Looking is audited too. */
export async function listAudit(ctx: Ctx, filter: AuditFilter = {}): Promise<AuditPage> {
  authorize(ctx, "audit.read");
  const rows = await ctx.db
    .select({
      id: auditTable.id,
      at: auditTable.at,
      kind: auditTable.actorKind,
      name: users.name,
      role: auditTable.actorRole,
      action: auditTable.action,
      program: programs.name,
      subject: subjects.name,
      details: auditTable.details,
    })
    .from(auditTable)
    .leftJoin(users, eq(users.id, auditTable.actorId))
    .leftJoin(subjects, eq(subjects.id, subjectId))
    .leftJoin(programs, eq(programs.id, auditTable.programId))
    .where(
      and(
        filter.after ? lt(auditTable.id, filter.after) : undefined,
        filter.action ? eq(auditTable.action, filter.action) : undefined,
        filter.userId ? eq(auditTable.actorId, filter.userId) : undefined,
      ),
    )
    .orderBy(desc(auditTable.id))
    .limit(perPage + 1);
  await audit(ctx, "audit.read", { filteredBy: filter.action ?? null, older: filter.after ? true : null });

  const shown = rows.slice(0, perPage);
  return {
    entries: shown.map(({ at, kind, name, ...row }) => ({
      ...row,
      at: at.toISOString(),
      who: name ?? whoWithoutAccount[kind] ?? kind,
    })),
    next: rows.length > perPage ? (shown.at(-1)?.id ?? null) : null,
  };
}

const whoWithoutAccount: Record<string, string> = {
  loop: "Hearback",
  carrier: "The carrier",
  user: "A person whose account is gone",
};

/** Whether the newest seals still hold, for the line above the trail. */
export async function auditProof(ctx: Ctx): Promise<AuditProof> {
  authorize(ctx, "audit.read");
  return verifyAudit(ctx.db, { newest: sealsShown });
}
