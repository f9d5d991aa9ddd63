import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { patients, programPatients } from "@/db/schema";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { birthIndex } from "@/lib/phi/blind-index";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { findOtherRecord, likelyDoubles } from "./doubles";
import { mergePatients } from "./merge";
import { comparePatients } from "./queries-comparison";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const nurse = () => t.ctxFor(clinic.nurse);
const here = (name: string, on?: { id: string; e164: string }) =>
  t.given.patient(clinic.program.id, { name, ...(on ? { on } : {}) });

test("born the same day, with the same name or phone: those, of one's own programs, and no others", async () => {
  const sameName = await here("MARIN, Rosa");
  const samePhone = await here("Rosita Marín", clinic.patient.phone);
  await here("Luz Ortiz");
  const otherDay = await here("Rosa Marín");
  await t.db
    .update(patients)
    .set({ birthIndex: birthIndex("1990-01-01") })
    .where(eq(patients.id, otherDay.id));
  await t.given.patient((await t.given.program()).id, { name: "Rosa Marín" });

  expect(await likelyDoubles(nurse(), clinic.patient.id)).toMatchObject([
    { id: sameName.id, why: "name", memberNumber: sameName.member, birthDate: "1994-05-17" },
    { id: samePhone.id, why: "phone", name: "Rosita Marín" },
  ]);

  await mergePatients(nurse(), { keptId: clinic.patient.id, mergedId: sameName.id });
  expect((await likelyDoubles(nurse(), clinic.patient.id)).map(({ id }) => id)).toEqual([samePhone.id]);
});

test("a member number finds exactly its record, also by way of the one it was joined with", async () => {
  const other = await here("Rosa M.");
  const third = await here("R. Marín");
  const find = (memberNumber: string) =>
    findOtherRecord(nurse(), { patientId: clinic.patient.id, memberNumber });
  expect(await find(` ${other.member.toLowerCase()} `)).toBe(other.id);
  await mergePatients(nurse(), { keptId: other.id, mergedId: third.id });
  expect(await find(third.member)).toBe(other.id);
  await expect(find(clinic.patient.member)).rejects.toThrow(Conflict);
  await expect(find("VC-NOBODY")).rejects.toThrow(NotFound);
  const elsewhere = await t.given.clinic();
  await expect(find(elsewhere.patient.member)).rejects.toThrow("No patient of your programs");
  expect(await t.auditOf("patient.searched")).toContainEqual(
    expect.objectContaining({ details: { patientId: other.id, by: "member number" } }),
  );
});

test("two records side by side, audited, and why they cannot be joined", async () => {
  const other = await here("Rosa M.");
  const pair = await comparePatients(nurse(), clinic.patient.id, other.id);
  expect(pair).toMatchObject({
    kept: { name: "Rosa Marín", memberNumber: clinic.patient.member, programs: ["Visits"] },
    merged: { name: "Rosa M.", phones: [{ number: other.phone.e164, consent: true }] },
    blockedBecause: null,
  });
  const read = (await t.auditOf("patient.read")).map(
    (row) => (row.details as { patientId: string }).patientId,
  );
  expect(read).toEqual(expect.arrayContaining([clinic.patient.id, other.id]));

  const outside = await t.given.program();
  await t.db
    .insert(programPatients)
    .values({ programId: outside.id, patientId: other.id, addedAt: wednesdayMorning });
  const { blockedBecause, merged } = await comparePatients(nurse(), clinic.patient.id, other.id);
  expect(blockedBecause).toContain("not yours");
  expect(merged.programs).toEqual(["Visits"]);
});

test("nurses only, and patients of theirs only", async () => {
  const elsewhere = await t.given.clinic();
  await expect(likelyDoubles(t.ctxFor(clinic.manager), clinic.patient.id)).rejects.toThrow(Forbidden);
  await expect(likelyDoubles(t.ctxFor(elsewhere.nurse), clinic.patient.id)).rejects.toThrow(NotFound);
  await expect(comparePatients(nurse(), clinic.patient.id, elsewhere.patient.id)).rejects.toThrow(NotFound);
  await expect(comparePatients(nurse(), clinic.patient.id, clinic.patient.id)).rejects.toThrow(NotFound);
});
