import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { patients, programPatients } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { preparePeople, upsertPatients } from "./enrolling";
import { holdPatient, releasePatient } from "./hold";
import { patientRecords } from "./queries-records";
import type { NormalisedRow } from "./types";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const nurse = () => t.ctxFor(clinic.nurse);
const standing = async (id = clinic.patient.id) =>
  (
    await t.db
      .select({ status: patients.status, reason: patients.statusReason, by: patients.statusBy })
      .from(patients)
      .where(eq(patients.id, id))
  )[0];

test.each([
  ["loss", "hold"],
  ["other", "hold"],
  ["death", "deceased"],
] as const)(
  "%s holds all outreach, in every program, and every program hears of it",
  async (reason, status) => {
    const second = await t.given.program();
    await t.db
      .insert(programPatients)
      .values({ programId: second.id, patientId: clinic.patient.id, addedAt: wednesdayMorning });

    await holdPatient(nurse(), { patientId: clinic.patient.id, reason });

    expect(await standing()).toEqual({ status, reason, by: clinic.nurse.id });
    expect((await patientRecords(nurse(), clinic.patient.id)).standing).toEqual({
      ...{ status, reason, by: clinic.nurse.name },
      since: wednesdayMorning.toISOString(),
    });
    expect(await t.auditOf("patient.held")).toContainEqual({
      actorId: clinic.nurse.id,
      programId: clinic.program.id,
      details: { patientId: clinic.patient.id, holdReason: reason },
    });
    const heard = (await t.feedOf("patient.changed")).map((event) => event.programId);
    expect(heard).toEqual(expect.arrayContaining([clinic.program.id, second.id]));
  },
);

test("a release lets it go on, and says so", async () => {
  await holdPatient(nurse(), { patientId: clinic.patient.id, reason: "loss" });
  await releasePatient(nurse(), { patientId: clinic.patient.id });
  expect(await standing()).toEqual({ status: "active", reason: null, by: null });
  expect(await t.auditOf("patient.released")).toContainEqual(
    expect.objectContaining({ actorId: clinic.nurse.id, details: { patientId: clinic.patient.id } }),
  );
  await expect(releasePatient(nurse(), { patientId: clinic.patient.id })).rejects.toThrow(Conflict);
});

test("of two nurses at once one holds, and the other is told", async () => {
  const holding = () => holdPatient(nurse(), { patientId: clinic.patient.id, reason: "loss" });
  const outcomes = await Promise.allSettled([holding(), holding(), holding()]);
  expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(Conflict);
  const held = (await t.auditOf("patient.held")).filter(
    ({ details }) => (details as { patientId: string }).patientId === clinic.patient.id,
  );
  expect(held).toHaveLength(1);
});

test("after a loss a death may still be noted, and a death makes no hold of itself", async () => {
  const { id: patientId } = clinic.patient;
  await holdPatient(nurse(), { patientId, reason: "loss" });
  await holdPatient(nurse(), { patientId, reason: "death" });
  await expect(holdPatient(nurse(), { patientId, reason: "loss" })).rejects.toThrow(Conflict);
  expect(await standing()).toMatchObject({ status: "deceased" });
});

test("no file undoes a hold; once it is released, files count again", async () => {
  const row: NormalisedRow = {
    ...{ memberNumber: "VCHOLD0001", name: "Ana Ruiz", birthDate: "1991-02-28", language: "es" },
    ...{ zip3: null, phone: null, consent: null, consentOn: null, status: "active" },
  };
  const file = async (more: Partial<NormalisedRow>) => {
    const people = await preparePeople(t.loopCtx(), [{ ...row, ...more }]);
    return inTransaction(t.loopCtx(), (tx) => upsertPatients(tx, clinic.program.id, newId(), people));
  };
  await file({});
  const [ana] = await t.db
    .select({ id: programPatients.patientId })
    .from(programPatients)
    .innerJoin(patients, eq(patients.id, programPatients.patientId))
    .where(eq(patients.language, "es"));
  if (!ana) throw new Error("Nobody was imported.");
  await holdPatient(nurse(), { patientId: ana.id, reason: "loss" });

  await file({ name: "Ana Ruiz Soto", status: "active" });
  await file({ name: "Ana R. Soto", status: "moved" });
  expect(await standing(ana.id)).toMatchObject({ status: "hold", reason: "loss" });

  await releasePatient(nurse(), { patientId: ana.id });
  await file({ name: "Ana Soto", status: "deceased" });
  expect(await standing(ana.id)).toMatchObject({ status: "deceased" });
});

test("only nurses hold and release, and only patients of theirs", async () => {
  const elsewhere = await t.given.clinic();
  for (const verb of [
    (ctx: Parameters<typeof holdPatient>[0]) =>
      holdPatient(ctx, { patientId: clinic.patient.id, reason: "loss" }),
    (ctx: Parameters<typeof holdPatient>[0]) => releasePatient(ctx, { patientId: clinic.patient.id }),
  ]) {
    await expect(verb(t.ctxFor(clinic.manager))).rejects.toThrow(Forbidden);
    await expect(verb(t.ctxFor(elsewhere.nurse))).rejects.toThrow(NotFound);
  }
  expect(await standing()).toMatchObject({ status: "active" });
});
