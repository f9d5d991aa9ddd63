import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { patientPhones } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { householdOf } from "./household";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const household = () => householdOf(t.ctxFor(clinic.nurse), clinic.patient.id);
type Phone = { id: string; e164: string };
const lives = (name: string, on: Phone, programId = clinic.program.id) =>
  t.given.patient(programId, { name, on });
const alsoOn = (patientId: string, phone: Phone) =>
  t.db
    .insert(patientPhones)
    .values({ patientId, phoneId: phone.id, relationship: "other", validFrom: new Date() });

test("alone on the phone there is no household", async () => {
  expect(await household()).toEqual({ phones: [], outside: 0, more: false });
});

test("who shares a phone, and who shares another with one of those", async () => {
  const luis = await lives("Luis Marín", clinic.patient.phone);
  const second = await t.given.phone();
  await alsoOn(luis.id, second);
  const ana = await lives("Ana Ortega", second);
  const third = await t.given.phone();
  await alsoOn(ana.id, third);
  // A circle: it ends all the same.
  await alsoOn(clinic.patient.id, third);

  const found = await household();
  expect(found).toMatchObject({ outside: 0, more: false });
  expect(Object.fromEntries(found.phones.map(({ number, ...phone }) => [number, phone]))).toEqual({
    [clinic.patient.phone.e164]: {
      own: true,
      people: [{ id: luis.id, name: "Luis Marín", age: 31 }],
      outside: 0,
    },
    [third.e164]: { own: true, people: [expect.objectContaining({ name: "Ana Ortega" })], outside: 0 },
    [second.e164]: {
      own: false,
      people: expect.arrayContaining([
        expect.objectContaining({ name: "Luis Marín" }),
        expect.objectContaining({ name: "Ana Ortega" }),
      ]),
      outside: 0,
    },
  });
  expect(found.phones.map(({ own }) => own)).toEqual([true, true, false]);
});

test("a link that has ended joins nobody", async () => {
  const luis = await lives("Luis Marín", clinic.patient.phone);
  const second = await t.given.phone();
  await alsoOn(luis.id, second);
  await lives("Ana Ortega", second);
  await t.db
    .update(patientPhones)
    .set({ validUntil: new Date() })
    .where(eq(patientPhones.patientId, luis.id));
  expect(await household()).toEqual({ phones: [], outside: 0, more: false });
});

test("people outside the reader's programs are counted, join others, and are not named", async () => {
  const elsewhere = await t.given.program();
  const stranger = await lives("Secret Stranger", clinic.patient.phone, elsewhere.id);
  const [second, hidden] = [await t.given.phone(), await t.given.phone()];
  await alsoOn(stranger.id, second);
  const ana = await lives("Ana Ortega", second);
  await alsoOn(stranger.id, hidden);
  await lives("Other Stranger", hidden, elsewhere.id);

  const found = await household();
  expect(found.outside).toBe(2);
  expect(found.phones).toEqual([
    { number: clinic.patient.phone.e164, own: true, people: [], outside: 1 },
    { number: second.e164, own: false, people: [expect.objectContaining({ id: ana.id })], outside: 1 },
  ]);
  expect(JSON.stringify(found)).not.toMatch(new RegExp(`Stranger|\\${hidden.e164}`));
});

test("at most 50 people are looked at, and it says so", async () => {
  for (let i = 0; i < 50; i += 1) await lives(`Tenant ${i}`, clinic.patient.phone);
  const found = await household();
  expect(found.more).toBe(true);
  expect(found.phones[0]?.people).toHaveLength(49);
});

test("it is for nurses of the patient's programs", async () => {
  const there = await t.given.clinic();
  await expect(householdOf(t.ctxFor(clinic.manager), clinic.patient.id)).rejects.toThrow(Forbidden);
  await expect(householdOf(t.ctxFor(there.nurse), clinic.patient.id)).rejects.toThrow(NotFound);
});
