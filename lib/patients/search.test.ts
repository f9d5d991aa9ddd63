import { eq, inArray, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { measureWindows, patientPhones, patients, programMembers, programPatients } from "@/db/schema";
import { Forbidden, Invalid } from "@/lib/errors";
import { log } from "@/lib/log";
import { birthIndex } from "@/lib/phi/blind-index";
import { nameIndexOf } from "@/lib/phi/name-index";
import { seal } from "@/lib/phi/seal";
import { testDatabase } from "@/lib/testing";
import { indexPatients } from "./indexing";
import { displayPhone } from "./phone-number";
import { searchPatients } from "./search";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const nurse = () => t.ctxFor(clinic.nurse);
const search = (words: string) => searchPatients(nurse(), { words });
const names = async (words: string) => (await search(words)).hits.map((hit) => hit.name);
const joins = (name: string) => t.given.patient(clinic.program.id, { name });
const audited = async () =>
  (await t.auditOf("patient.searched")).filter((row) => row.actorId === clinic.nurse.id);

async function isBorn(id: string, day: string) {
  await t.db
    .update(patients)
    .set({ birthDate: seal("patients.birth_date", id, day), birthIndex: birthIndex(day) })
    .where(eq(patients.id, id));
}

describe("by name", () => {
  test.each(["mar", "MARÍN", "marin", "ros", "Rosa Marin", "marin, rosa", "ma'rin", "marín ro" + "s"])(
    "%s finds Rosa Marín",
    async (words) => {
      await joins("Luis Ortega");
      expect(await names(words)).toEqual(["Rosa Marín"]);
    },
  );

  test.each(["ro", "m", "rosa ortega", "sa", "marina"])("%s does not", async (words) => {
    await joins("Luis Ortega");
    expect(await names(words)).toEqual([]);
  });

  test("of under three letters only the whole part counts", async () => {
    await joins("Li Ng");
    await joins("Lina Ngata");
    expect(await names("li")).toEqual(["Li Ng"]);
    expect(await names("ng li")).toEqual(["Li Ng"]);
    expect(await names("lin")).toEqual(["Lina Ngata"]);
  });

  test("of a long word all letters count, and so do both halves of a double name", async () => {
    await joins("Ana Christopherson");
    await joins("Ana Christophers");
    await joins("Sofía O'Hara-Núñez");
    expect(await names("christopherso")).toEqual(["Ana Christopherson"]);
    expect(await names("christopher")).toEqual(["Ana Christophers", "Ana Christopherson"]);
    expect(await names("nunez ohara")).toEqual(["Sofía O'Hara-Núñez"]);
  });

  test("they stand by name, accents aside", async () => {
    for (const name of ["Álvaro Test", "Zoe Test", "Bea Test"]) await joins(name);
    expect(await names("test")).toEqual(["Álvaro Test", "Bea Test", "Zoe Test"]);
  });
});

describe("by number and date", () => {
  test("member number: case and spaces do not matter, all of it does", async () => {
    const { member } = clinic.patient;
    const spaced = `${member.slice(0, 2).toLowerCase()} ${member.slice(2, 6)} ${member.slice(6)} `;
    for (const words of [member, spaced, `rosa ${member}`])
      expect(await names(words)).toEqual(["Rosa Marín"]);
    expect(await names(member.slice(0, -1))).toEqual([]);
    expect(await names(`luis ${member}`)).toEqual([]);
  });

  test("phone: in any writing; everybody on it, and nobody whose link has ended", async () => {
    const { phone } = clinic.patient;
    const digits = phone.e164.slice(2);
    await t.given.patient(clinic.program.id, { name: "Luis Marín", on: phone });
    const written = `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
    for (const words of [phone.e164, digits, written, `cell: ${written}`])
      expect(await names(words)).toEqual(["Luis Marín", "Rosa Marín"]);
    expect(await names(`luis ${written}`)).toEqual(["Luis Marín"]);

    await t.db
      .update(patientPhones)
      .set({ validUntil: new Date() })
      .where(eq(patientPhones.patientId, clinic.patient.id));
    expect(await names(digits)).toEqual(["Luis Marín"]);
  });

  test("birth date, alone and with a name", async () => {
    const luis = await joins("Luis Marín");
    await isBorn(luis.id, "2024-05-17");
    for (const words of ["1994-05-17", "5/17/1994", "17 May 1994", "rosa 5/17/94"])
      expect(await names(words)).toEqual(["Rosa Marín"]);
    for (const words of ["2024-05-17", "5/17/24", "marin 5/17/2024"])
      expect(await names(words)).toEqual(["Luis Marín"]);
    expect(await names("ortega 5/17/1994")).toEqual([]);
  });
});

describe("a hit", () => {
  test("shows what the patient's page shows, of the programs that are shared", async () => {
    const elsewhere = await t.given.program({ name: "Something private" });
    await t.db
      .insert(programPatients)
      .values({ programId: elsewhere.id, patientId: clinic.patient.id, addedAt: new Date() });
    const window = { patientId: clinic.patient.id, closesOn: "2026-12-31" };
    await t.db.insert(measureWindows).values([
      { ...window, measureId: "wcv-2026", opensOn: "2026-01-01" },
      { ...window, measureId: "ima-2026", opensOn: "2026-06-01", closesOn: "2026-07-31" },
      { ...window, measureId: "cis-2026", opensOn: "2025-01-01", closesOn: "2026-02-28" },
    ]);
    expect((await search("rosa")).hits).toEqual([
      {
        id: clinic.patient.id,
        name: "Rosa Marín",
        birthDate: "1994-05-17",
        age: 31,
        language: "en",
        status: "active",
        programs: ["Visits"],
        phones: [displayPhone(clinic.patient.phone.e164)],
        next: {
          name: "Yearly well visit, 3 to 21 years",
          opensOn: "2026-01-01",
          closesOn: "2026-12-31",
          open: true,
        },
        byJoined: false,
      },
    ]);
  });

  test("is one of the searcher's programs and no other, by whatever way", async () => {
    const there = await t.given.clinic();
    const { member, phone } = there.patient;
    for (const words of [member, phone.e164]) expect((await search(words)).hits).toEqual([]);
    const found = (await search("rosa marin")).hits.map((hit) => hit.id);
    expect(found).toEqual([clinic.patient.id]);
    expect((await search("1994-05-17")).hits.map((hit) => hit.id)).toEqual([clinic.patient.id]);

    await t.db.delete(programMembers).where(eq(programMembers.userId, clinic.nurse.id));
    expect((await search("rosa marin")).hits).toEqual([]);
  });

  test("leads to the record that is kept, where two were joined", async () => {
    const double = await joins("Rosalía Marín");
    const stranger = await t.given.patient((await t.given.program()).id, { name: "Rosalind Elsewhere" });
    await t.db.update(patients).set({ mergedInto: clinic.patient.id }).where(eq(patients.id, double.id));
    await t.db.delete(programPatients).where(eq(programPatients.patientId, double.id));
    for (const words of ["rosalia", double.member])
      expect((await search(words)).hits).toMatchObject([{ id: clinic.patient.id, byJoined: true }]);
    expect((await search("marin")).hits).toMatchObject([{ id: clinic.patient.id, byJoined: false }]);

    await t.db.update(patients).set({ mergedInto: stranger.id }).where(eq(patients.id, double.id));
    expect((await search("rosalia")).hits).toEqual([]);
  });
});

/** Joined with another one after another, so that only the last is anybody's. */
async function chainOf(names: string[], into: string) {
  let kept = into;
  for (const name of names) {
    const record = await joins(name);
    await t.db.update(patients).set({ mergedInto: kept }).where(eq(patients.id, record.id));
    await t.db.delete(programPatients).where(eq(programPatients.patientId, record.id));
    kept = record.id;
  }
}

test("a record that was joined with one that was joined itself leads to the one that is left", async () => {
  await chainOf(["Rosalía Marín", "Rosamunda Marín", "Rosina Marín"], clinic.patient.id);
  for (const words of ["rosalia", "rosamunda", "rosina"])
    expect((await search(words)).hits).toMatchObject([{ id: clinic.patient.id, byJoined: true }]);
  expect((await search("marin")).hits).toMatchObject([{ id: clinic.patient.id, byJoined: false }]);

  const stranger = await t.given.patient((await t.given.program()).id, { name: "Anselm Elsewhere" });
  await chainOf(["Philomena Marín", "Philippa Marín"], stranger.id);
  for (const words of ["philomena", "philippa"]) expect((await search(words)).hits).toEqual([]);
});

describe("many hits", () => {
  test("at most 50 are shown, and it says that there are more", async () => {
    for (let i = 0; i < 49; i += 1) await joins(`Test ${i}`);
    expect(await search("test")).toMatchObject({ more: false, hits: { length: 49 } });
    await joins("Test 49");
    expect(await search("test")).toMatchObject({ more: false, hits: { length: 50 } });
    await joins("Test 50");
    expect(await search("test")).toMatchObject({ more: true, hits: { length: 50 } });
  });
});

describe("in a program of thousands", () => {
  // No more than a name and a membership: what a search goes through on its way.
  const fill = (programId: string, count: number, name: string) =>
    t.db.execute(sql`
      with added as (
        insert into patients (id, member_number, member_index, name, birth_date, birth_year, birth_month, language,
          row_digest, name_index, birth_index, created_at, updated_at)
        select uuidv7(), '', sha256(uuidv7()::text::bytea), '', '', 1994, 5, 'en', '',
          ${`{${nameIndexOf(name).join(",")}}`}::bigint[], '', now(), now()
        from generate_series(1, ${count}::int) returning id)
      insert into program_patients (program_id, patient_id, added_at) select ${programId}, id, now() from added`);

  test("the same people are found, and nobody of another program's", async () => {
    await fill(clinic.program.id, 5_001, "Somebody");
    await t.given.patient((await t.given.program()).id, { name: "Rosa Marchetti" });
    expect(await names("ros mar")).toEqual(["Rosa Marín"]);
    const double = await joins("Rosalía Marín");
    await t.db.update(patients).set({ mergedInto: clinic.patient.id }).where(eq(patients.id, double.id));
    await t.db.delete(programPatients).where(eq(programPatients.patientId, double.id));
    expect((await search("rosalia")).hits).toMatchObject([{ id: clinic.patient.id, byJoined: true }]);
    await chainOf(["Rosamunda Marín", "Rosina Marín"], clinic.patient.id);
    expect((await search("rosina")).hits).toMatchObject([{ id: clinic.patient.id, byJoined: true }]);
  });

  test("they are found behind thousands elsewhere who have the name too", async () => {
    await fill((await t.given.program()).id, 5_000, "Pelham");
    await fill(clinic.program.id, 5_001, "Somebody");
    await joins("Ana Pelham");
    expect(await search("pel")).toMatchObject({ more: false, hits: [{ name: "Ana Pelham" }] });
  });

  test("where the program is too large to ask all of it, it says that not everybody was looked at", async () => {
    await fill((await t.given.program()).id, 5_000, "Oakhurst");
    await fill(clinic.program.id, 10_001, "Somebody");
    expect(await search("oak")).toEqual({ hits: [], more: true });
    expect(await search("rosa")).toMatchObject({ more: false, hits: { length: 1 } });
  });
});

describe("a search", () => {
  test("leaves an audit row with what was searched and how many were found, and no word of it", async () => {
    await search("Marín 5/17/1994");
    await search("Marín 5/17/1994");
    await search("nobody");
    expect(await audited()).toEqual([
      {
        actorId: clinic.nurse.id,
        programId: null,
        details: { kinds: "name, birth date", found: 1, more: null },
      },
      expect.objectContaining({ details: { kinds: "name, birth date", found: 1, more: null } }),
      expect.objectContaining({ details: { kinds: "name", found: 0, more: null } }),
    ]);
  });

  test("for nothing is refused", async () => {
    await expect(search("  ")).rejects.toThrow(Invalid);
    expect(await audited()).toEqual([]);
  });

  test.each(["manager", "admin"] as const)("a %s may not", async (role) => {
    const other = await t.given.user(role);
    await expect(searchPatients(t.ctxFor(other), { words: "rosa" })).rejects.toThrow(Forbidden);
    expect((await t.auditOf("patient.searched")).some((row) => row.actorId === other.id)).toBe(false);
  });
});

describe("records from before there was a search", () => {
  test("are found once the loop has been there, which then has nothing left to do", async () => {
    const fresh = { nameIndex: [] as number[], birthIndex: null };
    await t.db.update(patients).set(fresh).where(eq(patients.id, clinic.patient.id));
    expect(await names("rosa")).toEqual([]);
    expect(await indexPatients(t.loopCtx())).toBe(1);
    expect(await names("rosa 1994-05-17")).toEqual(["Rosa Marín"]);
    expect(await indexPatients(t.loopCtx())).toBe(0);
  });

  test("are taken up once by two loops at a time", async () => {
    const before = [await joins("Ana Test"), await joins("Bea Test"), clinic.patient].map(({ id }) => id);
    await t.db.update(patients).set({ nameIndex: [], birthIndex: null }).where(inArray(patients.id, before));
    const [one = 0, two = 0] = await Promise.all([indexPatients(t.loopCtx()), indexPatients(t.loopCtx())]);
    expect(one + two).toBe(3);
    expect(await names("test")).toEqual(["Ana Test", "Bea Test"]);
  });

  test("one that cannot be opened is passed over and told of once, and those behind it are found", async () => {
    const broken = await joins("Ana Test");
    const before = [broken, await joins("Bea Test"), await joins("Cleo Test")].map(({ id }) => id);
    await t.db.update(patients).set({ nameIndex: [], birthIndex: null }).where(inArray(patients.id, before));
    await t.db
      .update(patients)
      .set({ name: Buffer.from("not sealed") })
      .where(eq(patients.id, broken.id));
    const told = vi.spyOn(log, "error");
    expect(await indexPatients(t.loopCtx())).toBe(3);
    expect(await indexPatients(t.loopCtx())).toBe(0);
    expect(await names("test")).toEqual(["Bea Test", "Cleo Test"]);
    expect(told.mock.calls.filter(([, fields]) => fields?.patientId === broken.id)).toHaveLength(1);
    told.mockRestore();
  });
});
