import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { feed, patientPhones, phones, wrongNumberReports } from "@/db/schema";
import { Blocked, Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { addPhone, endPhone } from "./phone-record";
import { patientDetail } from "./queries-patient";
import type { Relationship } from "./types-record";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const nurse = (now?: Date) => t.ctxFor(clinic.nurse, now && { now });
const add = (number: string, relationship: Relationship = "self", now?: Date) =>
  addPhone(nurse(now), { patientId: clinic.patient.id, number, relationship });
const end = (phoneId: string) => endPhone(nurse(), { patientId: clinic.patient.id, phoneId });
const numbers = async () =>
  (await patientDetail(nurse(), clinic.patient.id)).phones.map((phone) => [phone.number, phone.relationship]);
const audited = async () =>
  (await t.auditOf("patient.changed")).filter((row) => row.actorId === clinic.nurse.id);

describe("adding a number", () => {
  test("puts it beside the others, with whose it is, without consent, and says so to the programs", async () => {
    const number = t.given.fictionalNumber();
    expect(await add(`cell: ${number.slice(2)}`, "guardian")).toBeNull();

    expect(await numbers()).toEqual([
      [clinic.patient.phone.e164, "self"],
      [number, "guardian"],
    ]);
    const { phones: shown } = await patientDetail(nurse(), clinic.patient.id);
    const added = shown.find((phone) => phone.number === number);
    expect(added).toMatchObject({ consent: null });
    expect(await audited()).toEqual([
      {
        actorId: clinic.nurse.id,
        programId: clinic.program.id,
        details: { patientId: clinic.patient.id, phoneId: added?.id, fields: "phone added" },
      },
    ]);
    const told = await t.db.select().from(feed).where(eq(feed.patientId, clinic.patient.id));
    expect(told.map(({ kind }) => kind).sort()).toEqual(["patient.changed", "stop.changed"]);
  });

  test("a number that is known already stays stopped, and is shared", async () => {
    const luis = await t.given.patient(clinic.program.id, { name: "Luis Marín" });
    await t.db.update(phones).set({ stoppedAt: wednesdayMorning }).where(eq(phones.id, luis.phone.id));
    await add(luis.phone.e164, "other");
    const { phones: shown } = await patientDetail(nurse(), clinic.patient.id);
    expect(shown.find(({ id }) => id === luis.phone.id)).toMatchObject({
      stoppedAt: wednesdayMorning.toISOString(),
      others: 1,
    });
  });

  test("one that cannot be texted is kept for calls, with why", async () => {
    expect(await add("(800) 555-0123")).toBe("toll_free");
    expect(await numbers()).toHaveLength(2);
  });

  test.each([
    ["", "Type the number."],
    ["2.12556E+09", "its last digits are gone"],
    ["212-555-0123 / 212-555-0124", "more than one number"],
    ["555-0123", "ten digits"],
  ])("%j is refused with a sentence", async (number, sentence) => {
    const adding = add(number);
    await expect(adding).rejects.toThrow(Invalid);
    await expect(adding).rejects.toMatchObject({ fields: { number: [expect.stringContaining(sentence)] } });
    expect(await audited()).toEqual([]);
  });

  test("theirs already, or reported as wrong for them: nothing is added", async () => {
    const { phone, id } = clinic.patient;
    await expect(add(phone.e164)).rejects.toThrow(Conflict);
    await end(phone.id);
    await t.db.insert(wrongNumberReports).values({
      ...{ patientId: id, id: t.given.newId(), phoneId: phone.id },
      ...{ reportedBy: clinic.nurse.id, reportedAt: new Date() },
    });
    await expect(add(phone.e164)).rejects.toThrow(Blocked);
    expect(await numbers()).toEqual([]);
  });

  test("of two nurses at once one adds it", async () => {
    const number = t.given.fictionalNumber();
    const both = await Promise.allSettled([add(number), add(number, "other")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
    expect(await numbers()).toHaveLength(2);
  });
});

describe("taking a number away", () => {
  test("ends the link and says who did it; it can be added again", async () => {
    const { phone, id } = clinic.patient;
    await end(phone.id);
    expect(await numbers()).toEqual([]);
    const [link] = await t.db.select().from(patientPhones).where(eq(patientPhones.patientId, id));
    expect(link).toMatchObject({
      validUntil: wednesdayMorning,
      ending: "removed",
      endedBy: clinic.nurse.id,
    });
    expect((await audited()).map(({ details }) => details)).toEqual([
      { patientId: id, phoneId: phone.id, fields: "phone ended" },
    ]);
    await add(phone.e164, "self", new Date("2026-03-04T20:31:00Z"));
    expect(await numbers()).toEqual([[phone.e164, "self"]]);
  });

  test("twice, or another's number, is a conflict", async () => {
    const luis = await t.given.patient(clinic.program.id, { name: "Luis Marín" });
    await end(clinic.patient.phone.id);
    await expect(end(clinic.patient.phone.id)).rejects.toThrow(Conflict);
    await expect(end(luis.phone.id)).rejects.toThrow(Conflict);
    const left = await t.db
      .select()
      .from(patientPhones)
      .where(and(eq(patientPhones.phoneId, luis.phone.id), isNull(patientPhones.validUntil)));
    expect(left).toHaveLength(1);
  });
});

test("neither is for others than nurses of the patient's programs", async () => {
  const there = await t.given.clinic();
  const link = { patientId: clinic.patient.id, phoneId: clinic.patient.phone.id };
  const number = {
    patientId: clinic.patient.id,
    number: t.given.fictionalNumber(),
    relationship: "self",
  } as const;
  for (const [who, error] of [
    [clinic.manager, Forbidden],
    [await t.given.user("admin"), Forbidden],
    [there.nurse, NotFound],
  ] as const) {
    await expect(addPhone(t.ctxFor(who), number)).rejects.toThrow(error);
    await expect(endPhone(t.ctxFor(who), link)).rejects.toThrow(error);
  }
  expect(await numbers()).toHaveLength(1);
});
