import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { feed, measureWindows, patients, programPatients } from "@/db/schema";
import { Blocked, Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { ChangeRecordInput } from "./inputs";
import { patientDetail } from "./queries-patient";
import { changeRecord } from "./record";
import { searchPatients } from "./search";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const nurse = () => t.ctxFor(clinic.nurse);
const recordOf = async () => (await patientDetail(nurse(), clinic.patient.id)).record;

/** What the form sends when nothing but these fields was touched. */
async function formWith(more: Record<string, string> = {}): Promise<ChangeRecordInput> {
  const { memberNumber: _, zip3: __, statusAt: ___, tags, status, ...shown } = await recordOf();
  const kept = Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, value ?? ""]));
  return ChangeRecordInput.parse({
    ...{ ...kept, patientId: clinic.patient.id, tags: tags.join(", ") },
    ...(status === "hold" ? {} : { status }),
    ...more,
  });
}

const change = async (more: Record<string, string>) => changeRecord(nurse(), await formWith(more));
const audited = async () =>
  (await t.auditOf("patient.changed")).filter((row) => row.actorId === clinic.nurse.id);
const toldOf = async (patientId: string) =>
  (await t.db.select().from(feed).where(eq(feed.patientId, patientId)).orderBy(feed.id)).map(
    (row) => row.kind,
  );
const rowOf = async () => {
  const [row] = await t.db.select().from(patients).where(eq(patients.id, clinic.patient.id));
  if (!row) throw new Error("The patient is gone.");
  return row;
};

describe("changing a record", () => {
  test("puts each field where it belongs, sealed where it names somebody", async () => {
    await change({
      ...{ name: " Rosa Ortega ", birthDate: "1995-06-18", language: "es" },
      ...{
        address: "12 Elm Street, Springfield",
        zip: "60601-1234",
        state: "IL",
        timeZone: "America/Chicago",
      },
      ...{
        plan: "Silver",
        tags: "Wave 2,  high risk, wave 2",
        dueDate: "2026-09-01",
        childBirthDate: "2020-02-03",
      },
      status: "moved",
    });

    expect(await recordOf()).toEqual({
      memberNumber: clinic.patient.member,
      ...{ name: "Rosa Ortega", birthDate: "1995-06-18", language: "es" },
      ...{ address: "12 Elm Street, Springfield", zip: "60601", zip3: "606", state: "IL" },
      ...{ timeZone: "America/Chicago", plan: "Silver", tags: ["high-risk", "wave-2"] },
      ...{ dueDate: "2026-09-01", childBirthDate: "2020-02-03" },
      ...{ status: "moved", statusAt: wednesdayMorning.toISOString(), seen: expect.any(String) },
    });
    const row = await rowOf();
    expect(row).toMatchObject({ birthYear: 1995, birthMonth: 6, statusBy: clinic.nurse.id });
    for (const sealed of [row.name, row.birthDate, row.address, row.zip, row.dueDate, row.childBirthDate])
      expect(sealed?.toString("latin1")).not.toMatch(/Rosa|Ortega|1995|Elm|60601|2026|2020/);
  });

  test("leaves an audit row with the fields' names alone, and tells all of the patient's programs", async () => {
    const elsewhere = await t.given.program();
    await t.db
      .insert(programPatients)
      .values({ programId: elsewhere.id, patientId: clinic.patient.id, addedAt: new Date() });
    expect(await change({ language: "es", zip: "96813" })).toEqual(["language", "zip"]);
    expect(await audited()).toEqual([
      {
        actorId: clinic.nurse.id,
        programId: clinic.program.id,
        details: { patientId: clinic.patient.id, fields: "language, zip" },
      },
    ]);
    expect((await toldOf(clinic.patient.id)).sort()).toEqual([
      ...["patient.changed", "patient.changed", "stop.changed", "stop.changed"],
    ]);
  });

  test("what says nothing of where they are leaves their texting hours alone", async () => {
    await change({ plan: "Silver" });
    expect(await toldOf(clinic.patient.id)).toEqual(["patient.changed"]);
  });

  test("of nothing changes nothing", async () => {
    const before = await rowOf();
    expect(await change({})).toEqual([]);
    expect(await rowOf()).toEqual(before);
    expect(await audited()).toEqual([]);
  });

  test("the new name and birth date find them from then on, the old ones do not", async () => {
    await change({ name: "Rosa Ortega", birthDate: "1995-06-18" });
    const found = async (words: string) => (await searchPatients(nurse(), { words })).hits.length;
    expect(await found("ortega 1995-06-18")).toBe(1);
    expect([await found("marin"), await found("1994-05-17")]).toEqual([0, 0]);
  });

  test("the first digits of a ZIP stay until a whole one is given; taking that back leaves none", async () => {
    await change({ plan: "Silver" });
    expect(await recordOf()).toMatchObject({ zip: null, zip3: "100" });
    await change({ zip: "96813" });
    expect(await recordOf()).toMatchObject({ zip: "96813", zip3: "968" });
    await change({ zip: "" });
    expect(await recordOf()).toMatchObject({ zip: null, zip3: null });
  });

  test("windows are written anew for new days, and go with a due date that is taken back", async () => {
    const windows = async () =>
      (await t.db.select().from(measureWindows).where(eq(measureWindows.patientId, clinic.patient.id))).map(
        ({ measureId }) => measureId,
      );
    await change({ dueDate: "2026-09-01" });
    expect(await windows()).toEqual(["ppc-prenatal-2026"]);
    expect((await patientDetail(nurse(), clinic.patient.id)).windows).toEqual([
      expect.objectContaining({ name: "Prenatal visit in the first trimester", open: true }),
    ]);
    await change({ dueDate: "" });
    expect(await windows()).toEqual([]);
  });
});

describe("what cannot be", () => {
  test.each([
    [{ birthDate: "2026-03-05" }, "birthDate"],
    [{ birthDate: "1894-05-17" }, "birthDate"],
    [{ childBirthDate: "2026-03-05" }, "childBirthDate"],
    [{ childBirthDate: "1990-01-01" }, "childBirthDate"],
    [{ dueDate: "2028-01-01" }, "dueDate"],
    [{ dueDate: "2024-01-01" }, "dueDate"],
    [{ zip: "00000" }, "zip"],
    [{ state: "XX" }, "state"],
    [{ timeZone: "Moon/Crater" }, "timeZone"],
    [{ name: "-" }, "name"],
  ])("%j is refused at its field", async (more, field) => {
    const changing = change(more);
    await expect(changing).rejects.toThrow(Invalid);
    await expect(changing).rejects.toMatchObject({ fields: { [field]: [expect.any(String)] } });
    expect(await audited()).toEqual([]);
  });

  test.each([{ zip: "123" }, { language: "Spanish!" }, { birthDate: "17 May" }, { status: "hold" }])(
    "%j is not even read",
    async (more) => {
      await expect(formWith(more as unknown as Record<string, string>)).rejects.toThrow();
    },
  );
});

describe("a sensitive hold", () => {
  beforeEach(async () => {
    await t.db.update(patients).set({ status: "hold" }).where(eq(patients.id, clinic.patient.id));
  });

  test("stays while other fields change", async () => {
    await change({ language: "es" });
    expect(await recordOf()).toMatchObject({ language: "es", status: "hold" });
  });

  test("is not ended here", async () => {
    await expect(change({ status: "active" })).rejects.toThrow(Blocked);
    expect(await recordOf()).toMatchObject({ status: "hold" });
  });
});

describe("who may, and who was first", () => {
  test.each(["manager", "admin"] as const)("a %s may not", async (role) => {
    const other = await t.given.user(role);
    const input = await formWith({ language: "es" });
    await expect(changeRecord(t.ctxFor(other), input)).rejects.toThrow(Forbidden);
    expect(await recordOf()).toMatchObject({ language: "en" });
  });

  test("somebody of another program does not find the patient", async () => {
    const there = await t.given.clinic();
    const input = await formWith({ language: "es" });
    await expect(changeRecord(t.ctxFor(there.nurse), input)).rejects.toThrow(NotFound);
    expect(await recordOf()).toMatchObject({ language: "en" });
  });

  test("of two nurses at once one is told to look again, and the other's change stays whole", async () => {
    const [one, two] = [await formWith({ language: "es" }), await formWith({ plan: "Silver" })];
    const both = await Promise.allSettled([changeRecord(nurse(), one), changeRecord(nurse(), two)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
    expect(await audited()).toHaveLength(1);
  });

  test("a status that changed since is a change as well", async () => {
    const input = await formWith({ language: "es" });
    await t.db.update(patients).set({ status: "hold" }).where(eq(patients.id, clinic.patient.id));
    await expect(changeRecord(nurse(), { ...input, status: null })).rejects.toThrow(Conflict);
  });
});
