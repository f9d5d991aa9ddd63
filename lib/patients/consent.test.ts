import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { consents, feed, patientPhones, phones, programPatients } from "@/db/schema";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { open } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { recordConsent } from "./consent";
import type { RecordConsentInput } from "./inputs";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;
let luis: Awaited<ReturnType<typeof t.given.patient>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
  luis = await t.given.patient(clinic.program.id, { name: "Luis Marín", consent: false });
});

const nurse = () => t.ctxFor(clinic.nurse);
const said = (more: Partial<RecordConsentInput> = {}): RecordConsentInput => ({
  patientId: luis.id,
  phoneId: luis.phone.id,
  given: true,
  channel: "call",
  wordsVersion: "consent-spoken-es-1",
  language: "es",
  note: null,
  givenOn: "2026-03-03",
  seen: null,
  ...more,
});
const takenBack = (more: Partial<RecordConsentInput> = {}) =>
  said({ given: false, wordsVersion: null, language: null, ...more });
const onForm = (more: Partial<RecordConsentInput> = {}) =>
  said({
    channel: "form",
    wordsVersion: "consent-written-en-1",
    language: "en",
    note: "Blue folder, room 3",
    ...more,
  });
const ledger = (patientId = luis.id) =>
  t.db.select().from(consents).where(eq(consents.patientId, patientId)).orderBy(asc(consents.id));
const newestId = async () => (await ledger()).at(-1)?.id ?? null;

describe("recording consent", () => {
  test("keeps the exact words, their version, the channel, the day and who wrote it down", async () => {
    await recordConsent(nurse(), said({ note: "With her daughter" }));

    const [entry, ...more] = await ledger();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      phoneId: luis.phone.id,
      given: true,
      basis: "patient",
      channel: "call",
      wordsVersion: "consent-spoken-es-1",
      language: "es",
      givenOn: "2026-03-03",
      recordedBy: clinic.nurse.id,
      recordedAt: wednesdayMorning,
    });
    expect(entry?.words).toContain("Valley Care le envíe mensajes de texto");
    expect(entry?.note?.includes("daughter")).toBe(false);
    expect(open("consents.note", entry?.id ?? "", entry?.note ?? Buffer.alloc(0))).toBe("With her daughter");
  });

  test("leaves an audit row with ids and tells the patient's programs", async () => {
    const elsewhere = await t.given.clinic();
    await recordConsent(nurse(), said({ note: "With her daughter" }));

    const [audited, ...more] = (await t.auditOf("consent.recorded")).filter(
      (row) => row.actorId === clinic.nurse.id,
    );
    expect(more).toEqual([]);
    expect(audited).toEqual({
      actorId: clinic.nurse.id,
      programId: clinic.program.id,
      details: {
        patientId: luis.id,
        phoneId: luis.phone.id,
        consentId: await newestId(),
        channel: "call",
      },
    });
    const told = await t.db.select().from(feed).where(eq(feed.patientId, luis.id));
    expect(told).toMatchObject([{ kind: "stop.changed", programId: clinic.program.id }]);
    expect(await t.feedOf("stop.changed")).not.toContainEqual(
      expect.objectContaining({ programId: elsewhere.program.id }),
    );
  });

  test("taking it back needs no words and holds from then on", async () => {
    await recordConsent(nurse(), said());
    await recordConsent(nurse(), takenBack({ channel: "text", seen: await newestId() }));

    expect(await ledger()).toMatchObject([
      { given: true },
      { given: false, channel: "text", basis: "patient", words: null, wordsVersion: null, language: null },
    ]);
    expect(await t.auditOf("consent.withdrawn")).toContainEqual(
      expect.objectContaining({ details: expect.objectContaining({ patientId: luis.id, channel: "text" }) }),
    );
  });

  test("a form with words of its own is a document whose words are not on file", async () => {
    await recordConsent(nurse(), onForm({ wordsVersion: null }));
    expect(await ledger()).toMatchObject([
      { basis: "document", channel: "form", words: null, wordsVersion: null, language: "en" },
    ]);
  });

  test("said by somebody in two programs of two brands, it names both", async () => {
    const other = await t.given.program({ members: [clinic.nurse], brand: "Hill Clinic", name: "Shots" });
    await t.db
      .insert(programPatients)
      .values({ programId: other.id, patientId: luis.id, addedAt: new Date() });
    await recordConsent(nurse(), said({ wordsVersion: "consent-spoken-en-1", language: "en" }));
    expect((await ledger())[0]?.words).toContain("May Hill Clinic, Valley Care text you");
  });
});

describe("what cannot be", () => {
  test.each<[string, () => RecordConsentInput, string]>([
    ["a day to come", () => said({ givenOn: "2026-03-05" }), "givenOn"],
    ["a day long past", () => said({ givenOn: "2016-03-03" }), "givenOn"],
    ["consent by a text", () => said({ channel: "text" }), "channel"],
    ["a form that lies nowhere", () => onForm({ note: null }), "note"],
    ["words that nobody knows", () => said({ wordsVersion: "consent-spoken-es-0" }), "language"],
    ["no words on a call", () => said({ wordsVersion: null }), "language"],
    ["words of another language", () => said({ language: "en" }), "language"],
    ["words of a form on a call", () => said({ wordsVersion: "consent-written-es-1" }), "language"],
    ["words of the notice", () => said({ wordsVersion: "notice-spoken-es-1" }), "language"],
  ])("%s is refused at its field", async (_what, input, field) => {
    const recording = recordConsent(nurse(), input());
    await expect(recording).rejects.toThrow(Invalid);
    await expect(recording).rejects.toMatchObject({ fields: { [field]: [expect.any(String)] } });
    expect(await ledger()).toEqual([]);
  });

  test("today is the program's today", async () => {
    const lateEvening = t.ctxFor(clinic.nurse, { now: new Date("2026-03-05T03:30:00Z") });
    await expect(recordConsent(lateEvening, said({ givenOn: "2026-03-05" }))).rejects.toThrow(Invalid);
    await recordConsent(lateEvening, said({ givenOn: "2026-03-04" }));
    expect(await ledger()).toHaveLength(1);
  });

  test("consent from before it was taken back does not count", async () => {
    await recordConsent(nurse(), takenBack({ givenOn: "2026-02-20" }));
    const seen = await newestId();
    await expect(recordConsent(nurse(), said({ givenOn: "2026-02-19", seen }))).rejects.toThrow(Invalid);
    await recordConsent(nurse(), said({ givenOn: "2026-02-20", seen }));
    expect((await ledger()).map((entry) => entry.given)).toEqual([false, true]);
  });
});

describe("a stopped number", () => {
  const stop = (at: string) =>
    t.db
      .update(phones)
      .set({ stoppedAt: new Date(at) })
      .where(eq(phones.id, luis.phone.id));
  const stoppedAt = async () =>
    (await t.db.select().from(phones).where(eq(phones.id, luis.phone.id)))[0]?.stoppedAt;

  test.each(["call", "in_person"] as const)("%s: consent is kept and the stop stays", async (channel) => {
    await stop("2026-03-01T12:00:00Z");
    await recordConsent(nurse(), said({ channel }));
    expect(await ledger()).toHaveLength(1);
    expect(await stoppedAt()).toEqual(new Date("2026-03-01T12:00:00Z"));
  });

  test("a form from before the stop is kept, and the stop stays", async () => {
    await stop("2026-03-04T12:00:00Z");
    await recordConsent(nurse(), onForm());
    expect(await ledger()).toHaveLength(1);
    expect(await stoppedAt()).toEqual(new Date("2026-03-04T12:00:00Z"));
  });

  test("a form that would undo the stop has to be confirmed: nothing is recorded", async () => {
    await stop("2026-03-03T12:00:00Z");
    await expect(recordConsent(nurse(), onForm())).rejects.toThrow(Conflict);
    expect(await ledger()).toEqual([]);
    expect(await stoppedAt()).not.toBeNull();
  });
});

describe("who may, and who was first", () => {
  test.each(["manager", "admin"] as const)("a %s may not", async (role) => {
    const other = await t.given.user(role);
    await expect(recordConsent(t.ctxFor(other), said())).rejects.toThrow(Forbidden);
    expect(await ledger()).toEqual([]);
  });

  test("others' patients, others' phones and ended links are not found", async () => {
    const there = await t.given.clinic();
    await expect(recordConsent(t.ctxFor(there.nurse), said())).rejects.toThrow(NotFound);
    await expect(recordConsent(nurse(), said({ phoneId: there.patient.phone.id }))).rejects.toThrow(NotFound);
    await expect(recordConsent(nurse(), said({ patientId: "what is no id" }))).rejects.toThrow(NotFound);
    await t.db
      .update(patientPhones)
      .set({ validUntil: new Date() })
      .where(eq(patientPhones.patientId, luis.id));
    await expect(recordConsent(nurse(), said())).rejects.toThrow(NotFound);
    expect(await ledger()).toEqual([]);
  });

  test("of two nurses at once one is told to look again, and one entry stays", async () => {
    const both = await Promise.allSettled([
      recordConsent(nurse(), said()),
      recordConsent(nurse(), takenBack()),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
    expect(await ledger()).toHaveLength(1);
  });

  test("entries can be added and never changed", async () => {
    await recordConsent(nurse(), said());
    await expect(t.db.update(consents).set({ given: false })).rejects.toThrow();
    await expect(t.db.delete(consents)).rejects.toThrow();
  });
});
