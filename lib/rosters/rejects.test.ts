import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { rosters } from "@/db/schema";
import { csvStream } from "@/lib/csv-out";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { rosterDetail } from "./queries";
import { downloadRejects } from "./rejects";
import { uploadAndCheck } from "./testing";

const t = testDatabase();

const file = [
  "member_id,first_name,last_name,birth_date,phone,consent,Notes",
  'RJ1,Rosa,Marín,1994-05-17,212-555-0101,Y,"fine"',
  'RJ2,Ana,Ruiz,,212-555-0102,Y,"=HYPERLINK(""x"")"',
  "RJ3,Luis,Soto,1990-01-01,+1 555,Y,@home",
  'RJ1,Eva,"Lee, Jr.",1990-01-01,212-555-0103,Y,-',
].join("\n");

async function checked(text = file) {
  const { manager, nurse, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const id = await uploadAndCheck(ctx, t.loopCtx(), { programId: program.id, file: text });
  return { ctx, manager, nurse, program, id };
}

const textOf = async (rows: AsyncGenerator<string[]>): Promise<string> =>
  Buffer.from(await new Response(csvStream(rows)).arrayBuffer()).toString();

test("rows left out come as they stood, with line and reason, and no cell is a formula", async () => {
  const { ctx, manager, program, id } = await checked();
  expect((await textOf(await downloadRejects(ctx, id))).split("\r\n")).toEqual([
    "\uFEFFline,reason,member_id,first_name,last_name,birth_date,phone,consent,Notes",
    `3,No birth date.,RJ2,Ana,Ruiz,,212-555-0102,Y,"'=HYPERLINK(""x"")"`,
    "4,The phone number cannot be read.,RJ3,Luis,Soto,1990-01-01,'+1 555,Y,'@home",
    `5,"The same member number as on line 2, which is used.",RJ1,Eva,"Lee, Jr.",1990-01-01,212-555-0103,Y,'-`,
    "",
  ]);
  expect(await t.auditOf("roster.rejects-downloaded")).toContainEqual({
    ...{ actorId: manager.id, programId: program.id, details: { rosterId: id, rows: 3 } },
  });
});

test("corrected, the download can be uploaded as it is", async () => {
  const { ctx, program, id } = await checked();
  const text = await textOf(await downloadRejects(ctx, id));
  const corrected = text
    .replace("Ruiz,,", "Ruiz,1990-01-01,")
    .replace("'+1 555", "'+1 212 555 0104")
    .replace("RJ1,Eva", "RJ4,Eva");
  const again = await uploadAndCheck(ctx, t.loopCtx(), { programId: program.id, file: corrected });
  expect(await rosterDetail(ctx, again)).toMatchObject({ state: "checked", importable: 3, rejected: 0 });
});

test("more than one page of them comes whole", async () => {
  const rows = Array.from({ length: 1_234 }, (_, i) => `RK${i},Rosa,Marín,,212-555-0101,Y,`);
  const { ctx, id } = await checked([file.split("\n")[0], ...rows].join("\n"));
  const lines = (await textOf(await downloadRejects(ctx, id))).trim().split("\r\n");
  expect(lines).toHaveLength(1_235);
  expect(new Set(lines.map((line) => line.split(",", 1)[0])).size).toBe(1_235);
});

test("a roster that is not checked yet has nothing to download", async () => {
  const { ctx, id } = await checked();
  await t.db.update(rosters).set({ state: "mapping" }).where(eq(rosters.id, id));
  await expect(downloadRejects(ctx, id)).rejects.toThrow(Conflict);
});

test("who may not read rosters is refused, another program's is not found, and neither is audited", async () => {
  const { nurse, id } = await checked();
  const elsewhere = await t.given.clinic();
  await expect(downloadRejects(t.ctxFor(nurse), id)).rejects.toThrow(Forbidden);
  await expect(downloadRejects(t.ctxFor(elsewhere.manager), id)).rejects.toThrow(NotFound);
  const audited = await t.auditOf("roster.rejects-downloaded");
  expect(audited.filter(({ details }) => JSON.stringify(details).includes(id))).toEqual([]);
});
