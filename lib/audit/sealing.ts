import { createHash } from "node:crypto";
import { asc, desc, gte, type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { auditSeals } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import type { AuditProof } from "./types";

const rowsPerSeal = 2_000;
const sealsPerRead = 100;

type Place = { xid: string; id: string };
type Link = Place & { digest: Buffer };

const start: Link = { xid: "0", id: "00000000-0000-0000-0000-000000000000", digest: Buffer.alloc(32) };

/** Covers the oldest unsealed rows with the next seal; answers how many they were. One process seals at a time. */
export async function sealAudit(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const [lock] = await rowsOf<{ held: boolean }>(
      tx.db,
      sql`select pg_try_advisory_xact_lock(hashtext('audit seals')) as held`,
    );
    if (!lock?.held) return 0;

    const [last] = await tx.db
      .select({
        position: auditSeals.position,
        xid: auditSeals.xid,
        id: auditSeals.id,
        digest: auditSeals.digest,
      })
      .from(auditSeals)
      .orderBy(desc(auditSeals.position))
      .limit(1);
    // Below the snapshot's xmin no open transaction can still add a row, so a seal is never overtaken.
    const rows = await auditLines(
      tx.db,
      sql`(xid, id) > (${last?.xid ?? start.xid}::xid8, ${last?.id ?? start.id}::uuid)
          and xid < pg_snapshot_xmin(pg_current_snapshot())`,
      rowsPerSeal,
    );
    const end = rows.at(-1);
    if (!end) return 0;
    await tx.db.insert(auditSeals).values({
      position: (last?.position ?? 0) + 1,
      xid: end.xid,
      id: end.id,
      rows: rows.length,
      digest: digestOf(last?.digest ?? start.digest, rows),
      sealedAt: tx.now,
    });
    return rows.length;
  });
}

/**
 * Walks the chain, or only its `newest` seals, and holds every row against what was sealed. What it cannot
 * see is a chain cut off at its end: keep a copy of the newest digest elsewhere for that.
 */
export async function verifyAudit(db: Db, { newest }: { newest?: number } = {}): Promise<AuditProof> {
  const [last] = await db
    .select({ position: auditSeals.position, sealedAt: auditSeals.sealedAt })
    .from(auditSeals)
    .orderBy(desc(auditSeals.position))
    .limit(1);
  const proof: AuditProof = { ok: true, seals: 0, rows: 0, brokenAt: null, sealedAt: null };
  if (!last) return proof;

  const first = newest === undefined ? 1 : Math.max(1, last.position - newest + 1);
  const walked = { ...proof, sealedAt: last.sealedAt.toISOString() };
  let before = first === 1 ? start : (await sealsFrom(db, first - 1, 1)).at(0);
  for (let position = first; position <= last.position; ) {
    const batch = await sealsFrom(db, position, sealsPerRead);
    for (const seal of batch) {
      if (!before || seal.position !== position || !(await holds(db, before, seal)))
        return { ...walked, ok: false, brokenAt: position };
      before = seal;
      position += 1;
      walked.seals += 1;
      walked.rows += seal.rows;
    }
    if (batch.length === 0) return { ...walked, ok: false, brokenAt: position };
  }
  return walked;
}

function sealsFrom(db: Db, position: number, limit: number) {
  return db
    .select({
      position: auditSeals.position,
      xid: auditSeals.xid,
      id: auditSeals.id,
      rows: auditSeals.rows,
      digest: auditSeals.digest,
    })
    .from(auditSeals)
    .where(gte(auditSeals.position, position))
    .orderBy(asc(auditSeals.position))
    .limit(limit);
}

async function holds(db: Db, before: Link, seal: Link & { rows: number }): Promise<boolean> {
  const rows = await auditLines(
    db,
    sql`(xid, id) > (${before.xid}::xid8, ${before.id}::uuid) and (xid, id) <= (${seal.xid}::xid8, ${seal.id}::uuid)`,
    seal.rows + 1,
  );
  return rows.length === seal.rows && digestOf(before.digest, rows).equals(seal.digest);
}

type Line = Place & { line: string };

/** Each row as one line of JSON that two PostgreSQLs write alike: jsonb has one text, times are milliseconds. */
function auditLines(db: Db, where: SQL, limit: number): Promise<Line[]> {
  return rowsOf<Line>(
    db,
    sql`select xid::text, id::text, json_build_array(
          xid::text, id, (extract(epoch from "at") * 1000)::bigint, actor_kind, actor_id, actor_role,
          action, program_id, details::text)::text as line
        from audit where ${where} order by audit.xid, audit.id limit ${limit}`,
  );
}

function digestOf(before: Buffer, rows: Line[]): Buffer {
  const hash = createHash("sha256").update(before);
  for (const { line } of rows) hash.update(line).update("\n");
  return hash.digest();
}
