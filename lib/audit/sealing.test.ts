import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { connect } from "@/db/client";
import { auditSeals, audit as auditTable } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { sqlState } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { sealAuditRows } from "./loops";
import { audit } from "./record";
import { verifyAudit } from "./sealing";

const t = testDatabase();

// In one transaction: its rows are sealed together.
const write = (count: number) =>
  inTransaction(t.loopCtx(), async (tx) => {
    for (let n = 0; n < count; n += 1) await audit(tx, "message.suppressed", { n });
  });

/** Seals what there is. A writer of any other database in the cluster may hold it back for a moment. */
async function seal(rows: number, before = 0) {
  let sealed = before;
  await vi.waitFor(
    async () => {
      sealed += await sealAuditRows(t.loopCtx());
      expect(sealed).toBe(rows);
    },
    { timeout: 20_000 },
  );
}

async function asOwner(change: ReturnType<typeof sql>) {
  const owner = connect(t.url, { max: 1 });
  await owner.db.execute(change).finally(() => owner.close());
}

beforeEach(() => asOwner(sql`truncate audit, audit_seals`));

describe("sealing", () => {
  test("continues the chain, and the chain holds", async () => {
    await write(3);
    await seal(3);
    expect(await sealAuditRows(t.loopCtx())).toBe(0);
    await write(2);
    await seal(2);

    const seals = await t.db
      .select({ position: auditSeals.position, rows: auditSeals.rows })
      .from(auditSeals)
      .orderBy(asc(auditSeals.position));
    expect(seals).toEqual([
      { position: 1, rows: 3 },
      { position: 2, rows: 2 },
    ]);
    const sealedAt = t.loopCtx().now.toISOString();
    expect(await verifyAudit(t.db)).toEqual({ ok: true, seals: 2, rows: 5, brokenAt: null, sealedAt });
    expect(await verifyAudit(t.db, { newest: 1 })).toMatchObject({ ok: true, seals: 1, rows: 2 });
  });

  test("two workers at once seal each row once", async () => {
    await write(20);
    const sealed = await Promise.all([1, 2, 3, 4].map(() => sealAuditRows(t.loopCtx())));
    await seal(
      20,
      sealed.reduce((sum, n) => sum + n, 0),
    );
    expect(await verifyAudit(t.db)).toMatchObject({ ok: true, rows: 20 });
  });

  test("waits for a transaction that may still write, so that no row slips in behind a seal", async () => {
    await write(1);
    await t.db.transaction(async (open) => {
      await audit({ ...t.loopCtx(), db: open }, "message.suppressed", { late: true });
      await write(1);
      await seal(1);
      expect(await sealAuditRows(t.loopCtx())).toBe(0);
    });
    await seal(2);
    expect(await verifyAudit(t.db)).toMatchObject({ ok: true, rows: 3 });
  });

  test("two thousand rows at most", async () => {
    await asOwner(sql`insert into audit (id, "at", actor_kind, action, details)
      select gen_random_uuid(), now(), 'loop', 'message.suppressed', '{}' from generate_series(1, 2001)`);
    await seal(2_000);
    await seal(1);
    expect(await verifyAudit(t.db)).toMatchObject({ ok: true, seals: 2, rows: 2_001 });
  });
});

describe("what somebody with the owner's rights did is found", () => {
  beforeEach(async () => {
    for (let n = 0; n < 3; n += 1) {
      await write(2);
      await seal(2);
    }
  });
  const second = sql`(select id from audit order by xid, id offset 2 limit 1)`;

  test.each([
    ["changed details", sql`update audit set details = '{"n": 9}' where id = ${second}`],
    ["another actor", sql`update audit set actor_id = gen_random_uuid() where id = ${second}`],
    ["another time", sql`update audit set "at" = "at" + interval '1 ms' where id = ${second}`],
    ["a row removed", sql`delete from audit where id = ${second}`],
    [
      "a row slipped in",
      sql`insert into audit select xid, '00000000-0000-7000-8000-000000000001', "at", actor_kind, actor_id,
        actor_role, action, program_id, details from audit where id = ${second}`,
    ],
    ["a seal rewritten", sql`update audit_seals set digest = sha256('x') where position = 2`],
    ["a seal removed", sql`delete from audit_seals where position = 2`],
  ])("%s", async (_, tampering) => {
    await asOwner(tampering);
    expect(await verifyAudit(t.db)).toMatchObject({ ok: false, brokenAt: 2, rows: 2 });
    expect(await verifyAudit(t.db, { newest: 2 })).toMatchObject({ ok: false });
  });
});

test("the application's own role can change nothing that was written", async () => {
  await write(1);
  await seal(1);
  const tries = [
    t.db.update(auditTable).set({ action: "thread.read" }),
    t.db.delete(auditTable),
    t.db.update(auditSeals).set({ rows: 0 }),
    t.db.delete(auditSeals).where(eq(auditSeals.position, 1)),
    t.db.execute(sql`truncate audit`),
  ];
  for (const attempt of tries) {
    const refused = await Promise.resolve(attempt).then(() => "done", sqlState);
    expect(refused).toBe("42501");
  }
  expect(await verifyAudit(t.db)).toMatchObject({ ok: true, rows: 1 });
});
