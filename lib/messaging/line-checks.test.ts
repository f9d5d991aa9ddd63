import { beforeEach, expect, test } from "vitest";
import { carrierAccount, phones } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Conflict, Forbidden } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { testCarrier } from "@/lib/testing-carrier";
import { endLineChecks, lineStanding, linesAreChecked, switchLineChecks } from "./line-checks";
import { checkLines } from "./line-type";

testCarrier();
const t = testDatabase();

beforeEach(async () => {
  await t.db.update(carrierAccount).set({ checksLines: false, stoppedAt: null });
});
const admin = async () => t.ctxFor(await t.given.user("admin"));

test("an admin switches it on and off, each time with a line in the audit trail", async () => {
  const ctx = await admin();
  expect(await linesAreChecked(ctx)).toBe(false);
  await switchLineChecks(ctx, { on: true });
  expect(await linesAreChecked(ctx)).toBe(true);
  await switchLineChecks(ctx, { on: false });
  expect(await linesAreChecked(ctx)).toBe(false);
  const by = { actorId: ctx.actor.userId };
  expect(await t.auditOf("lines.switched")).toMatchObject([
    { ...by, details: { on: true } },
    { ...by, details: { on: false } },
  ]);
});

test.each(["nurse", "manager"] as const)("a %s can neither switch it nor see it", async (role) => {
  const ctx = t.ctxFor(await t.given.user(role));
  await expect(switchLineChecks(ctx, { on: true })).rejects.toThrow(Forbidden);
  await expect(lineStanding(ctx)).rejects.toThrow(Forbidden);
  expect(await linesAreChecked(ctx)).toBe(false);
});

test("of two who switch it on, one is told that it is on already", async () => {
  const before = (await t.auditOf("lines.switched")).length;
  const ctx = await admin();
  const both = await Promise.allSettled([
    switchLineChecks(ctx, { on: true }),
    switchLineChecks(ctx, { on: true }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
  expect(await t.auditOf("lines.switched")).toHaveLength(before + 1);
});

test("what the carrier refused is shown until it is switched on again", async () => {
  const ctx = await admin();
  expect(await lineStanding(ctx)).toMatchObject({ on: false, refused: null });
  await switchLineChecks(ctx, { on: true });
  await t.given.phone(undefined, { lineDueAt: wednesdayMorning });
  // Claims once, which is what a refusal follows.
  await checkLines(t.loopCtx());
  const refuse = () => inTransaction(t.loopCtx(), (tx) => endLineChecks(tx, "402"));
  await Promise.all([refuse(), refuse()]);
  const refusals = (await t.auditOf("lines.switched")).filter(({ actorId }) => actorId === null);
  expect(refusals).toMatchObject([{ details: { on: false, code: "402" } }]);
  expect(await lineStanding(ctx)).toMatchObject({
    on: false,
    refused: { at: wednesdayMorning.toISOString(), code: "402" },
  });
  await switchLineChecks(ctx, { on: true });
  expect(await lineStanding(ctx)).toMatchObject({ on: true, refused: null });
  await switchLineChecks(ctx, { on: false });
  expect(await lineStanding(ctx)).toMatchObject({ on: false, refused: null });
});

test("numbers are counted by kind, and what waits counts those that were never asked", async () => {
  await t.db
    .update(phones)
    .set({ notTextable: "foreign", lineDueAt: null, lineType: null, lineCheckedAt: null });
  const [before, after] = ["2026-03-01T10:00:00.000Z", "2026-09-01T10:00:00.000Z"].map((at) => new Date(at));
  const asked = { lineCheckedAt: before, lineDueAt: after };
  await t.given.phone(undefined, { ...asked, lineType: "mobile" });
  await t.given.phone(undefined, { ...asked, lineType: "mobile", lineDueAt: wednesdayMorning });
  await t.given.phone(undefined, { ...asked, lineType: "landline", notTextable: "landline" });
  await t.given.phone(undefined, { ...asked, lineType: "unknown" });
  await t.given.phone();
  await t.given.phone(undefined, { lineDueAt: after });
  await t.given.phone(undefined, { notTextable: "toll_free" });
  const ctx = await admin();
  // A count is kept a little while.
  await expect
    .poll(() => lineStanding(ctx), { timeout: 20_000 })
    .toEqual({
      on: false,
      refused: null,
      kinds: { mobile: 2, landline: 1, toll_free: 0, premium: 0, virtual: 0, unknown: 1 },
      waiting: 3,
      answeredAt: before?.toISOString(),
    });
});
