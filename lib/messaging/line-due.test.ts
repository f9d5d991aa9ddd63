import { sql } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { carrierAccount, phones } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Blocked } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { linesAreChecked, switchLineChecks } from "./line-checks";
import { claimDueLines } from "./line-due";
import { checkLines } from "./line-type";

// Settings as of a house whose texts would go to the real carrier, but that has no account there yet.
const t = testDatabase();
beforeAll(() => {
  vi.stubEnv("VONAGE_API_HOST", "https://api.nexmo.com");
});

test("a number of a demonstration is never looked up at a real carrier", async () => {
  await t.given.phone("+13185550142", { lineDueAt: wednesdayMorning });
  const claimed = await inTransaction(t.loopCtx(), (tx) => claimDueLines(tx, 5));
  expect(claimed).toEqual([]);
  const [phone] = await t.db.select({ dueAt: phones.lineDueAt }).from(phones);
  expect(phone?.dueAt?.getTime()).toBe(wednesdayMorning.getTime() + 180 * 86_400_000);
});

test("a number that cannot be opened holds up nobody, and is tried again when its claim runs out", async () => {
  const { id } = await t.given.phone(undefined, { lineDueAt: wednesdayMorning, number: Buffer.from("torn") });
  expect(await inTransaction(t.loopCtx(), (tx) => claimDueLines(tx, 5))).toEqual([]);
  const [phone] = await t.db
    .select({ dueAt: phones.lineDueAt })
    .from(phones)
    .where(sql`${phones.id} = ${id}`);
  expect(phone?.dueAt?.getTime()).toBe(wednesdayMorning.getTime() + 600_000);
});

test("without a carrier nobody can switch it on, and nothing is claimed", async () => {
  const ctx = t.ctxFor(await t.given.user("admin"));
  await expect(switchLineChecks(ctx, { on: true })).rejects.toThrow(Blocked);
  expect(await linesAreChecked(ctx)).toBe(false);
  expect(await t.auditOf("lines.switched")).toEqual([]);

  await t.db.update(carrierAccount).set({ checksLines: true });
  await t.given.phone(undefined, { lineDueAt: wednesdayMorning });
  expect(await checkLines(t.loopCtx())).toBe(0);
  // What was on before the account was taken away can still be switched off.
  await switchLineChecks(ctx, { on: false });
  expect(await t.auditOf("lines.switched")).toMatchObject([{ details: { on: false } }]);
});
