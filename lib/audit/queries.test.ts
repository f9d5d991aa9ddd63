import { describe, expect, test } from "vitest";
import { Forbidden } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { auditProof, listAudit } from "./queries";
import { audit } from "./record";
import { sealAudit } from "./sealing";

const t = testDatabase();

describe("the audit trail", () => {
  test("says who did what to whom, newest first, and that somebody looked", async () => {
    const admin = await t.given.user("admin", { name: "Ada" });
    const { nurse, program } = await t.given.clinic();
    await audit(t.ctxFor(nurse), "thread.read", { programId: program.id, count: 2 });
    await audit(t.ctxFor(admin), "user.disabled", { userId: nurse.id });
    await audit({ ...t.loopCtx(), actor: { kind: "carrier" } }, "stop.recorded");
    await audit(t.loopCtx(), "message.suppressed", { reason: "stopped", userId: "not an id" });

    const { entries, next } = await listAudit(t.ctxFor(admin));

    expect(entries.slice(0, 4)).toMatchObject([
      { who: "Hearback", role: null, action: "message.suppressed", subject: null },
      { who: "The carrier", action: "stop.recorded", program: null },
      {
        who: "Ada",
        role: "admin",
        action: "user.disabled",
        subject: nurse.name,
        details: { userId: nurse.id },
      },
      { who: nurse.name, role: "nurse", action: "thread.read", program: "Visits", details: { count: 2 } },
    ]);
    expect(next).toBeNull();
    expect(await t.auditOf("audit.read")).toEqual([
      { actorId: admin.id, programId: null, details: { filteredBy: null, older: null } },
    ]);
  });

  test("narrows by action and by person", async () => {
    const admin = t.ctxFor(await t.given.user("admin"));
    const nurse = await t.given.user("nurse");
    await audit(t.ctxFor(nurse), "inbox.listed");
    await audit(t.ctxFor(nurse), "thread.claimed");

    const claimed = await listAudit(admin, { action: "thread.claimed" });
    expect(claimed.entries.map((e) => e.who)).toEqual([nurse.name]);
    const hers = await listAudit(admin, { userId: nurse.id });
    expect(hers.entries.map((e) => e.action)).toEqual(["thread.claimed", "inbox.listed"]);
  });

  test("a hundred at a time, none twice and none left out", async () => {
    const admin = t.ctxFor(await t.given.user("admin"));
    for (let n = 0; n < 105; n += 1) await audit(t.loopCtx(), "roster.read", { n });

    const first = await listAudit(admin, { action: "roster.read" });
    expect(first.entries).toHaveLength(100);
    const second = await listAudit(admin, { action: "roster.read", after: first.next ?? undefined });
    expect(second.next).toBeNull();
    const seen = [...first.entries, ...second.entries].map((e) => e.details.n);
    expect(seen).toEqual(Array.from({ length: 105 }, (_, n) => 104 - n));
  });

  test("is the admin's, and so is its proof", async () => {
    for (const role of ["nurse", "manager"] as const) {
      const ctx = t.ctxFor(await t.given.user(role));
      await expect(listAudit(ctx)).rejects.toThrow(Forbidden);
      await expect(auditProof(ctx)).rejects.toThrow(Forbidden);
    }
    await sealAudit(t.loopCtx());
    expect(await auditProof(t.ctxFor(await t.given.user("admin")))).toMatchObject({
      ok: true,
      brokenAt: null,
    });
  });
});
