import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { patientPhones, patients, phones } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { patientsOnPhone, programReach } from "./queries";
import { reachability } from "./reachability";

const t = testDatabase();

const reachOf = (programId: string) =>
  rowsOf<{ patient_id: string; phone_id: string | null; excluded: string | null; language: string }>(
    t.db,
    sql`select patient_id, phone_id, excluded, language from ${reachability(programId)} reach order by patient_id`,
  );

test("a nurse sees who answers on a phone in her programs, and how many others do", async () => {
  const { nurse, program, patient } = await t.given.clinic();
  const luis = await t.given.patient(program.id, { name: "Luis Marín", on: patient.phone, language: "es" });
  const elsewhere = await t.given.program();
  await t.given.patient(elsewhere.id, { name: "Somebody Else", on: patient.phone });
  const moved = await t.given.patient(program.id, { name: "Wrong Number", on: patient.phone });
  await t.db
    .update(patientPhones)
    .set({ validUntil: new Date() })
    .where(eq(patientPhones.patientId, moved.id));

  const found = await patientsOnPhone(t.ctxFor(nurse), patient.phone.id);

  expect(found).toEqual({
    patients: [
      { id: patient.id, name: "Rosa Marín", birthYear: 1994, age: 31, language: "en", standing: null },
      { id: luis.id, name: "Luis Marín", birthYear: 1994, age: 31, language: "es", standing: null },
    ],
    othersOutside: 1,
  });
});

test("an unknown phone has nobody", async () => {
  const { nurse } = await t.given.clinic();
  expect(await patientsOnPhone(t.ctxFor(nurse), t.given.newId())).toEqual({ patients: [], othersOutside: 0 });
});

test("only those who read conversations see who is on a phone", async () => {
  const { manager, patient } = await t.given.clinic();
  await expect(patientsOnPhone(t.ctxFor(manager), patient.phone.id)).rejects.toThrow(Forbidden);
});

test("each patient has one phone and at most one reason", async () => {
  const program = await t.given.program();
  const landline = await t.given.patient(program.id, { textable: false, consent: false });
  const silent = await t.given.patient(program.id, { consent: false });
  const heard = await t.given.patient(program.id, { on: silent.phone });
  const third = await t.given.patient(program.id, { on: silent.phone, language: "es" });
  const stopped = await t.given.patient(program.id);
  await t.db.update(phones).set({ stoppedAt: new Date() }).where(eq(phones.id, stopped.phone.id));
  const unreachable = await t.given.patient(program.id);
  await t.db
    .update(patientPhones)
    .set({ validUntil: new Date() })
    .where(eq(patientPhones.patientId, unreachable.id));

  expect(await reachOf(program.id)).toEqual([
    { patient_id: landline.id, phone_id: landline.phone.id, excluded: "not_textable", language: "en" },
    { patient_id: silent.id, phone_id: silent.phone.id, excluded: "no_consent", language: "en" },
    { patient_id: heard.id, phone_id: silent.phone.id, excluded: null, language: "en" },
    { patient_id: third.id, phone_id: silent.phone.id, excluded: "shared_phone", language: "es" },
    { patient_id: stopped.id, phone_id: stopped.phone.id, excluded: "stopped", language: "en" },
    { patient_id: unreachable.id, phone_id: null, excluded: "no_phone", language: "en" },
  ]);
});

test.each([
  ["hold", "held"],
  ["deceased", "deceased"],
  ["moved", "moved"],
] as const)(
  "who is %s is left out, and keeps nobody on the phone from being texted",
  async (status, excluded) => {
    const program = await t.given.program();
    const rosa = await t.given.patient(program.id);
    const luis = await t.given.patient(program.id, { on: rosa.phone });
    expect(await reachOf(program.id)).toMatchObject([{ excluded: null }, { excluded: "shared_phone" }]);
    await t.db.update(patients).set({ status }).where(eq(patients.id, rosa.id));
    expect(await reachOf(program.id)).toMatchObject([
      { patient_id: rosa.id, excluded },
      { patient_id: luis.id, excluded: null },
    ]);
  },
);

test("the newest phone of one's own is the one, and consent is that phone's", async () => {
  const program = await t.given.program();
  const rosa = await t.given.patient(program.id);
  const newer = await t.given.phone();
  const guardian = await t.given.phone();
  const later = (seconds: number) => new Date(Date.now() + seconds * 1000);
  await t.db.insert(patientPhones).values([
    { patientId: rosa.id, phoneId: newer.id, relationship: "self", validFrom: later(1) },
    { patientId: rosa.id, phoneId: guardian.id, relationship: "guardian", validFrom: later(2) },
  ]);

  expect(await reachOf(program.id)).toMatchObject([{ phone_id: newer.id, excluded: "no_consent" }]);
});

test("a phone shared with somebody of another program is not shared here", async () => {
  const [one, two] = [await t.given.program(), await t.given.program()];
  const rosa = await t.given.patient(one.id);
  const luis = await t.given.patient(two.id, { on: rosa.phone });
  expect(await reachOf(two.id)).toMatchObject([{ patient_id: luis.id, excluded: null }]);
});

test("a manager sees how many can be texted, and why the others cannot", async () => {
  const { manager, program, patient } = await t.given.clinic();
  await t.given.patient(program.id, { on: patient.phone });
  await t.given.patient(program.id, { textable: false });
  await t.given.patient(program.id, { consent: false });

  expect(await programReach(t.ctxFor(manager), program.id)).toEqual({
    supplied: 4,
    textable: 1,
    withConsent: 3,
    stopped: 0,
    excluded: {
      no_phone: 0,
      deceased: 0,
      held: 0,
      moved: 0,
      not_textable: 1,
      stopped: 0,
      no_consent: 1,
      shared_phone: 1,
    },
    notTextable: {
      landline: 0,
      toll_free: 1,
      premium: 0,
      special: 0,
      foreign: 0,
      extension: 0,
      refused_by_carrier: 0,
    },
  });
});

test("an empty program reaches nobody", async () => {
  const manager = await t.given.user("manager");
  const program = await t.given.program({ members: [manager] });
  expect(await programReach(t.ctxFor(manager), program.id)).toMatchObject({ supplied: 0, textable: 0 });
});

test("the reach of another program is not found, and nurses may not ask", async () => {
  const { manager, nurse, program } = await t.given.clinic();
  const elsewhere = await t.given.program();
  await expect(programReach(t.ctxFor(manager), elsewhere.id)).rejects.toThrow(NotFound);
  await expect(programReach(t.ctxFor(nurse), program.id)).rejects.toThrow(Forbidden);
});
