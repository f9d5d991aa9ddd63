import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { patientPhones, phones } from "@/db/schema";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { patientRecords } from "./queries-records";
import { passNumberOn, takeNumberBack } from "./reassignment";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;
let phoneId: string;

beforeEach(async () => {
  clinic = await t.given.clinic();
  phoneId = clinic.patient.phone.id;
});

const at = (minutes: number) => new Date(wednesdayMorning.getTime() + minutes * 60_000);
const nurse = (minutes = 0) => t.ctxFor(clinic.nurse, { now: at(minutes) });
const links = () =>
  t.db
    .select()
    .from(patientPhones)
    .where(eq(patientPhones.phoneId, phoneId))
    .orderBy(patientPhones.patientId);
const reassignedAt = async () =>
  (await t.db.select({ at: phones.reassignedAt }).from(phones).where(eq(phones.id, phoneId)))[0]?.at;
const back = (minutes: number, since: Date) =>
  takeNumberBack(nurse(minutes), { phoneId, reassignedAt: since });

test("it is nobody's any more, in every program, and a stop stays", async () => {
  const elsewhere = await t.given.program();
  const luis = await t.given.patient(elsewhere.id, { on: clinic.patient.phone });
  await t.db.update(phones).set({ stoppedAt: wednesdayMorning }).where(eq(phones.id, phoneId));

  await passNumberOn(nurse(), { phoneId });

  expect((await links()).map(({ patientId, ending }) => [patientId, ending]).sort()).toEqual(
    [clinic.patient.id, luis.id].map((id) => [id, "reassigned"]).sort(),
  );
  const [phone] = await t.db.select().from(phones).where(eq(phones.id, phoneId));
  expect(phone).toMatchObject({ reassignedAt: wednesdayMorning, stoppedAt: wednesdayMorning });
  expect((await patientRecords(nurse(), clinic.patient.id)).ended).toMatchObject([
    { ending: "reassigned", by: clinic.nurse.name, at: wednesdayMorning.toISOString(), reportId: null },
  ]);
  expect(await t.auditOf("phone.reassigned")).toContainEqual({
    actorId: clinic.nurse.id,
    programId: clinic.program.id,
    details: { phoneId, people: 2 },
  });
  const heard = (await t.feedOf("patient.changed")).map((event) => event.programId);
  expect(heard).toEqual(expect.arrayContaining([clinic.program.id, elsewhere.id]));
});

test("taken back by a nurse who has the former patient, everything is as before", async () => {
  const before = await links();
  await passNumberOn(nurse(), { phoneId });
  await back(1, at(0));
  expect(await links()).toEqual(before);
  expect(await reassignedAt()).toBeNull();
  expect(await t.auditOf("phone.reassignment-undone")).toContainEqual(
    expect.objectContaining({ actorId: clinic.nurse.id, details: { phoneId, people: 1 } }),
  );
  await expect(back(2, at(0))).rejects.toThrow(Conflict);
});

test("once somebody new has it, it is not taken back", async () => {
  await passNumberOn(nurse(), { phoneId });
  await t.given.patient(clinic.program.id, { name: "Somebody New", on: clinic.patient.phone });
  await expect(back(1, at(0))).rejects.toThrow("Somebody new");
  expect(await reassignedAt()).toEqual(at(0));
});

test("when it passed on twice, taking the second back leaves the first", async () => {
  await passNumberOn(nurse(), { phoneId });
  const luz = await t.given.patient(clinic.program.id, { name: "Luz Ortiz", on: clinic.patient.phone });
  await passNumberOn(nurse(10), { phoneId });
  await expect(back(11, at(0))).rejects.toThrow(Conflict);
  await back(12, at(10));
  expect(await reassignedAt()).toEqual(at(0));
  const [link] = await t.db
    .select()
    .from(patientPhones)
    .where(and(eq(patientPhones.phoneId, phoneId), eq(patientPhones.patientId, luz.id)));
  expect(link?.validUntil).toBeNull();
});

test("of two at once one counts; where nobody has it there is nothing to pass on", async () => {
  const outcomes = await Promise.allSettled([
    passNumberOn(nurse(), { phoneId }),
    passNumberOn(nurse(), { phoneId }),
  ]);
  expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
  for (const o of outcomes) if (o.status === "rejected") expect(o.reason).toBeInstanceOf(Conflict);
  await expect(passNumberOn(nurse(1), { phoneId })).rejects.toThrow(Conflict);
});

test("nurses only, of a conversation or a patient of theirs", async () => {
  const elsewhere = await t.given.clinic();
  await expect(passNumberOn(t.ctxFor(clinic.manager), { phoneId })).rejects.toThrow(Forbidden);
  await expect(passNumberOn(t.ctxFor(elsewhere.nurse), { phoneId })).rejects.toThrow(NotFound);
  await t.given.thread(elsewhere.program.id, elsewhere.sender.id, phoneId);
  await passNumberOn(t.ctxFor(elsewhere.nurse), { phoneId });
  expect(await reassignedAt()).toEqual(at(0));
});
