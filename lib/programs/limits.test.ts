import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { programs } from "@/db/schema";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { limitOutreach } from "./limits";
import { programSummary } from "./queries";
import { type OutreachRules, rulesSeen } from "./types";

const t = testDatabase();

const usual: OutreachRules = { opens: "10:00", closes: "18:00", sundays: false, perDay: 1, perWeek: 3 };
const wider: OutreachRules = { opens: "08:00", closes: "21:00", sundays: true, perDay: 2, perWeek: 5 };
const seen = rulesSeen(usual);

const limited = async (programId: string) =>
  (await t.auditOf("program.limited")).filter((row) => row.programId === programId);

test("a manager sets when and how often, and the trail says from what to what", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  expect((await programSummary(ctx, program.id)).outreach).toEqual(usual);

  await limitOutreach(ctx, { programId: program.id, seen, ...wider });

  expect((await programSummary(ctx, program.id)).outreach).toEqual(wider);
  expect(await limited(program.id)).toEqual([
    {
      actorId: manager.id,
      programId: program.id,
      details: {
        from: "10:00 to 18:00; 1 in a day, 3 in a week",
        to: "08:00 to 21:00, Sundays too; 2 in a day, 5 in a week",
      },
    },
  ]);
  expect(await t.feedOf("program.changed")).toContainEqual({ programId: program.id, threadId: null });
});

test("the same again changes nothing and says nothing", async () => {
  const { manager, program } = await t.given.clinic();
  await limitOutreach(t.ctxFor(manager), { programId: program.id, seen, ...usual });
  expect(await limited(program.id)).toEqual([]);
});

test("of two managers who choose at once, one is told that the limits changed", async () => {
  const { manager, program } = await t.given.clinic();
  const results = await Promise.allSettled(
    [wider, { ...wider, perDay: 3 }].map((wanted) =>
      limitOutreach(t.ctxFor(manager), { programId: program.id, seen, ...wanted }),
    ),
  );

  expect(results.flatMap((r) => (r.status === "rejected" ? [r.reason] : []))).toEqual([expect.any(Conflict)]);
  expect(await limited(program.id)).toHaveLength(1);
});

test.each<Partial<OutreachRules>>([
  { opens: "07:30" },
  { closes: "21:30" },
  { opens: "18:00" },
  { perDay: 0 },
  { perDay: 6, perWeek: 6 },
  { perDay: 4, perWeek: 3 },
  { perWeek: 15 },
])("no program may have %o", async (more) => {
  const { manager, program } = await t.given.clinic();
  const setting = limitOutreach(t.ctxFor(manager), { programId: program.id, seen, ...usual, ...more });
  await expect(setting).rejects.toThrow(Invalid);
  expect(await limited(program.id)).toEqual([]);
});

test("no nurse, no admin, nobody else's program", async () => {
  const { nurse, program } = await t.given.clinic();
  const input = { programId: program.id, seen, ...wider };

  await expect(limitOutreach(t.ctxFor(nurse), input)).rejects.toThrow(Forbidden);
  await expect(limitOutreach(t.ctxFor(await t.given.user("admin")), input)).rejects.toThrow(Forbidden);
  await expect(limitOutreach(t.ctxFor(await t.given.user("manager")), input)).rejects.toThrow(NotFound);
  const [row] = await t.db.select().from(programs).where(eq(programs.id, program.id));
  expect(row?.textingOpens).toBe("10:00:00");
  expect(await limited(program.id)).toEqual([]);
});
