import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { rosterPieces, rosterRows, rosters } from "@/db/schema";
import { Conflict } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { startCommit } from "./committing";
import { tidyRosters } from "./loops";
import { changeColumns } from "./mapping";
import { listRosters, rosterDetail } from "./queries";
import { downloadRejects } from "./rejects";
import { commitAll, uploadAndCheck } from "./testing";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const manager = () => t.ctxFor(clinic.manager);
const daysOn = (days: number) => new Date(wednesdayMorning.getTime() + days * 86_400_000);
const tidyOn = (days: number) => tidyRosters(t.loopCtx({ now: daysOn(days) }));

const file = [
  "member_id,first_name,last_name,birth_date,phone,consent,language",
  "LAPSE00001,Ana,Ruiz,1991-02-28,214-555-0142,Y,es",
  ",Bea,Ruiz,1991-02-28,214-555-0143,Y,es",
].join("\n");
const checked = () => uploadAndCheck(manager(), t.loopCtx(), { programId: clinic.program.id, file });

async function leftOf(id: string) {
  const [row] = await t.db.select({ columns: rosters.columns }).from(rosters).where(eq(rosters.id, id));
  return {
    rows: await t.db.$count(rosterRows, eq(rosterRows.rosterId, id)),
    pieces: await t.db.$count(rosterPieces, eq(rosterPieces.rosterId, id)),
    columns: row?.columns ?? null,
  };
}
const nothing = { rows: 0, pieces: 0, columns: null };

test("a checked roster that nobody imports within 7 days stays listed, without its rows, file and samples", async () => {
  const id = await checked();
  expect(await rosterDetail(manager(), id)).toMatchObject({
    state: "checked",
    keptUntil: daysOn(7).toISOString(),
  });
  expect(await tidyOn(6.99)).toBe(0);
  expect(await leftOf(id)).toMatchObject({ rows: 2, pieces: 1 });

  expect(await tidyOn(7)).toBe(1);

  expect(await leftOf(id)).toEqual(nothing);
  expect(await listRosters(manager(), clinic.program.id)).toMatchObject([
    { id, state: "lapsed", failure: "Its rows were deleted on 11 March 2026.", keptUntil: null },
  ]);
  expect(await rosterDetail(manager(), id)).toMatchObject({ lines: [], columns: null, notes: [] });
  expect(await t.auditOf("roster.lapsed")).toContainEqual({
    ...{ actorId: null, programId: clinic.program.id, details: { rosterId: id } },
  });
  expect(await tidyOn(8)).toBe(0);
});

test("one whose columns nobody chose goes too", async () => {
  const id = await checked();
  await changeColumns(manager(), { rosterId: id });
  expect(await rosterDetail(manager(), id)).toMatchObject({
    state: "mapping",
    keptUntil: daysOn(7).toISOString(),
  });
  await tidyOn(7);
  expect(await leftOf(id)).toEqual(nothing);
});

test("one that is imported stays as it is", async () => {
  const id = await checked();
  await startCommit(manager(), { rosterId: id });
  await tidyOn(8);
  await commitAll(t.loopCtx());
  await tidyOn(9);
  expect(await rosterDetail(manager(), id)).toMatchObject({
    state: "committed",
    committed: 1,
    keptUntil: null,
  });
  expect(await leftOf(id)).toMatchObject({ rows: 2, pieces: 0 });
});

test("nothing can be done with it any more, and that is said", async () => {
  const id = await checked();
  await tidyOn(7);
  await expect(startCommit(manager(), { rosterId: id })).rejects.toThrow(Conflict);
  await expect(changeColumns(manager(), { rosterId: id })).rejects.toThrow(Conflict);
  await expect(downloadRejects(manager(), id)).rejects.toThrow("its rows were deleted");
});

test("whoever starts the import at the same moment is first, or is told", async () => {
  const id = await checked();
  const [started] = await Promise.allSettled([startCommit(manager(), { rosterId: id }), tidyOn(7)]);
  await commitAll(t.loopCtx());
  const { state, committed } = await rosterDetail(manager(), id);
  expect([state, committed]).toEqual(started.status === "fulfilled" ? ["committed", 1] : ["lapsed", 0]);
});

test("a worker that dies while it deletes is followed by another", async () => {
  const id = await checked();
  await t.db
    .update(rosters)
    .set({ state: "lapsed", columns: null, failure: "Its rows were deleted on 11 March 2026." })
    .where(eq(rosters.id, id));
  await tidyOn(7);
  expect(await leftOf(id)).toEqual(nothing);
});
