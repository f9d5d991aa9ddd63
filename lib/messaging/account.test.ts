import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { carrierAccount } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Conflict, Forbidden } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { accountIsStopped, resumeAccount, stopAccount } from "./account";
import { breakerAllows, type CallCounts, countCalls } from "./breaker";

const t = testDatabase();
const account = eq(carrierAccount.id, "account");
const count = (counts: Partial<CallCounts>) =>
  inTransaction(t.loopCtx(), (tx) =>
    countCalls(tx, { answered: 0, failed: 0, probeFailed: false, ...counts }),
  );
const restIsOver = () =>
  t.db
    .update(carrierAccount)
    .set({ openUntil: new Date(0) })
    .where(account);
const allows = () => breakerAllows(t.loopCtx());
const rest = async () => {
  const [row] = await t.db
    .select({ seconds: sql<number>`extract(epoch from open_until - clock_timestamp())::float8` })
    .from(carrierAccount)
    .where(account);
  return row?.seconds ?? 0;
};

beforeEach(async () => {
  await t.db
    .update(carrierAccount)
    .set({ stoppedAt: null, stopReason: null, failures: 0, opens: 0, openUntil: null })
    .where(account);
});

test("nine failures in a row are borne, the tenth makes sending rest", async () => {
  await count({ failed: 9 });
  expect(await allows()).toBe("all");
  await count({ failed: 1 });
  expect(await allows()).toBe("none");
});

test("one call that is answered starts the count anew", async () => {
  await count({ failed: 9 });
  await count({ answered: 1, failed: 1 });
  await count({ failed: 9 });
  expect(await allows()).toBe("all");
});

test("after the rest one worker of several tries one text", async () => {
  await count({ failed: 10 });
  await restIsOver();
  expect((await Promise.all([allows(), allows(), allows()])).sort()).toEqual(["none", "none", "one"]);
});

test("a probe that fails makes the rest longer, one that is answered ends it", async () => {
  await count({ failed: 10 });
  for (let i = 0; i < 3; i += 1) {
    await restIsOver();
    await count({ failed: 1, probeFailed: true });
  }
  // 2^3 seconds, of which jitter takes less than half.
  expect(await rest()).toBeGreaterThan(3.5);
  await count({ answered: 1 });
  expect(await allows()).toBe("all");
});

test("calls that were under way when it opened do not make the rest longer", async () => {
  await count({ failed: 10 });
  const before = await rest();
  await count({ failed: 30 });
  expect(await rest()).toBeLessThanOrEqual(before);
});

test("an account that the carrier refuses stands still until an admin resumes", async () => {
  const stop = () => inTransaction(t.loopCtx(), (tx) => stopAccount(tx, "The account has no credit left."));
  await Promise.all([stop(), stop()]);
  expect(await accountIsStopped(t.loopCtx())).toBe(true);
  expect(await t.auditOf("account.stopped")).toHaveLength(1);

  const nurse = t.ctxFor(await t.given.user("nurse"));
  await expect(resumeAccount(nurse)).rejects.toThrow(Forbidden);
  expect(await accountIsStopped(t.loopCtx())).toBe(true);

  const admin = t.ctxFor(await t.given.user("admin"));
  const results = await Promise.allSettled([resumeAccount(admin), resumeAccount(admin)]);
  expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find((r) => r.status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
  expect(await accountIsStopped(t.loopCtx())).toBe(false);
  expect(await t.auditOf("account.resumed")).toHaveLength(1);
});
