import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { patientPhones, phones, programPatients } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { recordConsent } from "./consent";
import { consentsOnPhone } from "./queries-consent";
import { patientDetail } from "./queries-patient";
import { recordRiskNotice } from "./risk-notice";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const nurse = () => t.ctxFor(clinic.nurse);
const detail = () => patientDetail(nurse(), clinic.patient.id);

async function saysYesByCall(seen: string | null, patientId = clinic.patient.id) {
  await recordConsent(nurse(), {
    ...{ patientId, phoneId: clinic.patient.phone.id, given: true, channel: "call", seen },
    ...{ wordsVersion: "consent-spoken-en-1", language: "en", note: "Her sister helped" },
    givenOn: "2026-03-03",
  });
}

describe("one patient", () => {
  test("is who they are, with each number and what holds for it", async () => {
    const { phone } = clinic.patient;
    await t.db
      .update(phones)
      .set({
        stoppedAt: new Date("2026-03-02T03:00:00Z"),
        lineType: "mobile",
        lineCheckedAt: wednesdayMorning,
      })
      .where(eq(phones.id, phone.id));
    const elsewhere = await t.given.program();
    await t.given.patient(elsewhere.id, { on: phone });

    const found = await detail();

    expect(found).toMatchObject({
      name: "Rosa Marín",
      birthDate: "1994-05-17",
      age: 31,
      language: "en",
      programs: [{ id: clinic.program.id, name: "Visits" }],
      timeZone: "America/New_York",
      today: "2026-03-04",
      notices: [],
    });
    expect(found.phones).toEqual([
      {
        id: phone.id,
        number: phone.e164,
        relationship: "self",
        notTextable: null,
        lineType: "mobile",
        lineCheckedAt: wednesdayMorning.toISOString(),
        stoppedAt: "2026-03-02T03:00:00.000Z",
        stoppedOn: "2026-03-01",
        consent: expect.objectContaining({ given: true, basis: "roster" }),
        others: 1,
      },
    ]);
  });

  test("the newest entry holds, and the history tells all of it, newest first", async () => {
    const [roster] = (await detail()).consents;
    expect(roster).toMatchObject({ given: true, basis: "roster", words: null, by: null, note: null });
    await saysYesByCall(roster?.id ?? null);
    const [call] = (await detail()).consents;
    await recordConsent(nurse(), {
      ...{ patientId: clinic.patient.id, phoneId: clinic.patient.phone.id, given: false },
      ...{ channel: "text", wordsVersion: null, language: null, note: null, givenOn: "2026-03-04" },
      seen: call?.id ?? null,
    });

    const { phones: numbers, consents: history } = await detail();

    expect(history.map(({ given, channel, by }) => [given, channel, by])).toEqual([
      [false, "text", clinic.nurse.name],
      [true, "call", clinic.nurse.name],
      [true, null, null],
    ]);
    expect(history[1]).toMatchObject({
      note: "Her sister helped",
      wordsVersion: "consent-spoken-en-1",
      language: "en",
      phone: clinic.patient.phone.e164,
    });
    expect(numbers[0]?.consent).toMatchObject({ id: history[0]?.id, given: false });
  });

  test("consent of one number is not another's, and an ended number stands in the history only", async () => {
    const second = await t.given.phone();
    await t.db.insert(patientPhones).values({
      patientId: clinic.patient.id,
      phoneId: second.id,
      relationship: "guardian",
      validFrom: new Date(),
    });
    expect((await detail()).phones.map(({ number, consent }) => [number, consent?.given])).toEqual([
      [second.e164, undefined],
      [clinic.patient.phone.e164, true],
    ]);

    await t.db
      .update(patientPhones)
      .set({ validUntil: new Date() })
      .where(eq(patientPhones.phoneId, clinic.patient.phone.id));
    const left = await detail();
    expect(left.phones.map(({ number }) => number)).toEqual([second.e164]);
    expect(left.consents.map(({ phone }) => phone)).toEqual([clinic.patient.phone.e164]);
  });

  test("without a number there is nothing to text", async () => {
    await t.db
      .update(patientPhones)
      .set({ validUntil: new Date() })
      .where(eq(patientPhones.patientId, clinic.patient.id));
    expect((await detail()).phones).toEqual([]);
  });

  test("what they were told of texts not being private, newest first", async () => {
    const told = (accepted: boolean, seen: string | null) =>
      recordRiskNotice(nurse(), {
        ...{ patientId: clinic.patient.id, accepted, channel: "call", seen },
        ...{ wordsVersion: "notice-spoken-en-1", language: "en" },
      });
    await told(true, null);
    await told(false, (await detail()).notices[0]?.id ?? null);
    expect((await detail()).notices.map(({ accepted, by }) => [accepted, by])).toEqual([
      [false, clinic.nurse.name],
      [true, clinic.nurse.name],
    ]);
  });

  test("programs that the reader is not in are not named", async () => {
    const elsewhere = await t.given.program({ name: "Something private" });
    await t.db
      .insert(programPatients)
      .values({ programId: elsewhere.id, patientId: clinic.patient.id, addedAt: new Date() });
    expect((await detail()).programs.map(({ name }) => name)).toEqual(["Visits"]);
  });
});

describe("reading", () => {
  test("is audited once, with ids only", async () => {
    await detail();
    await detail();
    const mine = (await t.auditOf("patient.read")).filter((row) => row.actorId === clinic.nurse.id);
    expect(mine).toEqual([
      {
        actorId: clinic.nurse.id,
        programId: clinic.program.id,
        details: { patientId: clinic.patient.id, subject: clinic.patient.id },
      },
    ]);
  });

  test("is for nurses of the patient's programs: nobody else, and no audit row is left", async () => {
    const { patient, manager } = clinic;
    const there = await t.given.clinic();
    const admin = await t.given.user("admin");
    await expect(patientDetail(t.ctxFor(manager), patient.id)).rejects.toThrow(Forbidden);
    await expect(patientDetail(t.ctxFor(admin), patient.id)).rejects.toThrow(Forbidden);
    await expect(patientDetail(t.ctxFor(there.nurse), patient.id)).rejects.toThrow(NotFound);
    await expect(patientDetail(nurse(), t.given.newId())).rejects.toThrow(NotFound);
    await expect(patientDetail(nurse(), "no id")).rejects.toThrow(NotFound);
    const reads = await t.auditOf("patient.read");
    expect(reads.filter((row) => [manager.id, admin.id, there.nurse.id].includes(row.actorId ?? ""))).toEqual(
      [],
    );
  });
});

describe("consents on a phone", () => {
  test("the newest of each patient in reach", async () => {
    const { phone } = clinic.patient;
    const silent = await t.given.patient(clinic.program.id, { on: phone, consent: false });
    const elsewhere = await t.given.program();
    const hidden = await t.given.patient(elsewhere.id, { on: phone });
    await saysYesByCall((await detail()).consents[0]?.id ?? null);

    const found = await consentsOnPhone(nurse(), phone.id, [clinic.patient.id, silent.id, hidden.id]);

    expect([...found.keys()]).toEqual([clinic.patient.id]);
    expect(found.get(clinic.patient.id)).toMatchObject({ given: true, channel: "call", basis: "patient" });
    expect(await consentsOnPhone(nurse(), phone.id, [])).toEqual(new Map());
    await expect(consentsOnPhone(t.ctxFor(clinic.manager), phone.id, [clinic.patient.id])).rejects.toThrow(
      Forbidden,
    );
  });
});
