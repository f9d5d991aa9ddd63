import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { covers } from "@/db/schema";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { coversOf, endCover, takeCover } from "./cover";

const t = testDatabase();
const hour = 3_600_000;
const after = (hours: number) => new Date(wednesdayMorning.getTime() + hours * hour);

async function ward() {
  const clinic = await t.given.clinic();
  const colleague = await t.given.user("nurse");
  const program = await t.given.program({ members: [clinic.nurse, colleague, clinic.manager] });
  const of = async (user: typeof clinic.nurse, now?: Date) =>
    (await coversOf(t.ctxFor(user, now && { now }))).find(({ programId }) => programId === program.id);
  return { ...clinic, colleague, program, of };
}

test("who covers is seen by the program's people until the hours are over", async () => {
  const { nurse, manager, program, of } = await ward();
  expect((await of(manager))?.by).toBeNull();

  await takeCover(t.ctxFor(nurse), { programId: program.id, hours: 3 });

  const until = after(3).toISOString();
  expect((await of(manager))?.by).toEqual({ name: nurse.name, mine: false, until });
  expect((await of(nurse))?.by).toMatchObject({ mine: true });
  expect((await of(nurse, after(3)))?.by).toBeNull();
  expect((await t.auditOf("cover.taken")).filter((row) => row.programId === program.id)).toEqual([
    { actorId: nurse.id, programId: program.id, details: { until } },
  ]);
  expect(await t.feedOf("program.changed")).toContainEqual({ programId: program.id, threadId: null });
});

test("the next nurse relieves the one before, who hands over in sealed words", async () => {
  const { nurse, colleague, program, of } = await ward();
  const { id: programId } = program;
  await takeCover(t.ctxFor(nurse), { programId, hours: 8 });
  await endCover(t.ctxFor(nurse, { now: after(1) }), { programId, note: "Call Rosa at four" });

  const seen = await of(colleague, after(1.5));
  expect(seen?.by).toBeNull();
  expect(seen?.handedOver).toEqual({
    words: "Call Rosa at four",
    by: nurse.name,
    at: after(1).toISOString(),
  });
  const [row] = await t.db.select({ note: covers.note }).from(covers).where(eq(covers.programId, programId));
  expect(row?.note?.toString("utf8")).not.toContain("Rosa");

  await takeCover(t.ctxFor(colleague, { now: after(2) }), { programId, hours: 2 });
  await takeCover(t.ctxFor(nurse, { now: after(3) }), { programId, hours: 2 });
  expect((await of(colleague, after(3.5)))?.by?.name).toBe(nurse.name);
  const ending = endCover(t.ctxFor(colleague, { now: after(3.5) }), { programId, note: "" });
  await expect(ending).rejects.toThrow(Conflict);
});

test("of two who take it at once, one covers", async () => {
  const { nurse, colleague, program } = await ward();
  await Promise.all(
    [nurse, colleague].map((one) => takeCover(t.ctxFor(one), { programId: program.id, hours: 2 })),
  );
  const rows = await t.db
    .select({ endsAt: covers.endsAt })
    .from(covers)
    .where(eq(covers.programId, program.id));
  expect(rows.filter(({ endsAt }) => endsAt > wednesdayMorning)).toHaveLength(1);
});

test("as long as the program is staffed, and where nobody is expected the hours are asked for", async () => {
  const { nurse, program } = await ward();
  const never = takeCover(t.ctxFor(nurse), { programId: program.id, hours: null });
  await expect(never).rejects.toThrow(Invalid);
  const long = takeCover(t.ctxFor(nurse), { programId: program.id, hours: 15 });
  await expect(long).rejects.toThrow(Invalid);
});

test("neither a manager nor a nurse of other programs takes it", async () => {
  const { manager, program } = await ward();
  const stranger = await t.given.user("nurse");
  const take = (user: typeof stranger) => takeCover(t.ctxFor(user), { programId: program.id, hours: 1 });
  await expect(take(manager)).rejects.toThrow(Forbidden);
  await expect(take(stranger)).rejects.toThrow(NotFound);
  await expect(endCover(t.ctxFor(stranger), { programId: program.id, note: "" })).rejects.toThrow(NotFound);
  expect((await coversOf(t.ctxFor(stranger))).map((cover) => cover.programId)).not.toContain(program.id);
});
