import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { patients } from "@/db/schema";
import { testDatabase } from "@/lib/testing";
import { rosterDetail } from "./queries";
import { uploadAndCheck } from "./testing";
import { noteWords } from "./types";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

// The given patient is Rosa Marín, born on 1994-05-17.
beforeEach(async () => {
  clinic = await t.given.clinic();
});

const heading = "member_id,first_name,last_name,birth_date,phone,consent,language";

async function check(...rows: string[]) {
  const manager = t.ctxFor(clinic.manager);
  const file = [heading, ...rows.map((row) => `${row},214-555-0142,Y,en`)].join("\n");
  const id = await uploadAndCheck(manager, t.loopCtx(), { programId: clinic.program.id, file });
  return rosterDetail(manager, id);
}

test("somebody of that name and birth date under another member number is noted, and imported all the same", async () => {
  const roster = await check("NEW0000001,Rosa,Marín,1994-05-17", "NEW0000002,Rosa,Marin Vega,1994-05-17");
  expect(roster).toMatchObject({ rows: 2, rejected: 0, warned: 1, added: 2 });
  expect(roster.lines.map(({ verdict, reasons }) => [verdict, reasons])).toEqual([
    ["import", [noteWords.name_on_file]],
    ["import", []],
  ]);
  expect(roster.notes).toEqual([{ words: noteWords.name_on_file, count: 1 }]);
});

test.each(["rosa,MARIN", "Marín,Rosa", "Rosa,Márín"])("%s is that name too", async (name) => {
  expect(await check(`NEW0000001,${name},5/17/1994`)).toMatchObject({ warned: 1 });
});

test.each([
  ["another name", "Rosita,Marín,1994-05-17"],
  ["a name with one part more", "Rosa,Marín Rosa Vega,1994-05-17"],
  ["another birth date", "Rosa,Marín,1994-05-18"],
])("%s is not", async (_, row) => {
  expect(await check(`NEW0000001,${row}`)).toMatchObject({ warned: 0 });
});

test("who is on file under this number is no newcomer, also where the record was joined with the other one", async () => {
  const double = await t.given.patient(clinic.program.id);
  const rows = [clinic.patient, double].map(({ member }) => `${member},Rosa,Marín,1994-05-17`);
  expect(await check(...rows)).toMatchObject({ warned: 0, added: 0 });
  await t.db.update(patients).set({ mergedInto: clinic.patient.id }).where(eq(patients.id, double.id));
  expect(await check(...rows)).toMatchObject({ warned: 0, added: 0 });
});

test("nobody of another program is looked at", async () => {
  await t.given.patient((await t.given.program()).id, { name: "Rosa Marchetti" });
  expect(await check("NEW0000001,Rosa,Marchetti,1994-05-17")).toMatchObject({ warned: 0, added: 1 });
});
