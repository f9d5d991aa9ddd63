import { asc, eq, inArray } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import {
  consents,
  patientMerges,
  patientPhones,
  patients,
  programMembers,
  programPatients,
} from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { preparePeople, upsertPatients } from "./enrolling";
import { holdPatient, releasePatient } from "./hold";
import { mergePatients } from "./merge";
import { undoMerge } from "./merge-undo";
import { patientDetail } from "./queries-patient";
import { patientRecords } from "./queries-records";
import { passNumberOn } from "./reassignment";
import type { NormalisedRow } from "./types";
import { reportWrongNumber } from "./wrong-number";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;
let second: { id: string };
let kept: Awaited<ReturnType<typeof t.given.patient>>;
let merged: Awaited<ReturnType<typeof t.given.patient>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
  second = await t.given.program({ members: [clinic.nurse] });
  kept = clinic.patient;
  merged = await t.given.patient(second.id);
});

const nurse = (minutes = 0) =>
  t.ctxFor(clinic.nurse, { now: new Date(wednesdayMorning.getTime() + minutes * 60_000) });
const pair = () => ({ keptId: kept.id, mergedId: merged.id });
const merge = (ctx = nurse()) => mergePatients(ctx, pair());
const ids = () => [kept.id, merged.id];

async function openMerge() {
  const [row] = await t.db.select().from(patientMerges).where(eq(patientMerges.mergedId, merged.id));
  if (!row) throw new Error("Nothing was merged.");
  return row;
}

/** All rows that a merge may touch, but the ledger, which only grows. */
async function snapshot() {
  return {
    patients: await t.db.select().from(patients).where(inArray(patients.id, ids())).orderBy(asc(patients.id)),
    programs: await t.db
      .select()
      .from(programPatients)
      .where(inArray(programPatients.patientId, ids()))
      .orderBy(asc(programPatients.patientId), asc(programPatients.programId)),
    phones: await t.db
      .select()
      .from(patientPhones)
      .where(inArray(patientPhones.patientId, ids()))
      .orderBy(asc(patientPhones.patientId), asc(patientPhones.phoneId)),
  };
}

const ledgerOf = (patientId: string) =>
  t.db.select().from(consents).where(eq(consents.patientId, patientId)).orderBy(asc(consents.id));

const says = (patientId: string, phoneId: string, given: boolean) =>
  t.db.insert(consents).values({
    ...{ patientId, phoneId, id: newId(), given, basis: "patient", channel: "call" },
    recordedAt: wednesdayMorning,
  });

describe("joining two records", () => {
  test("programs and phones pass to the one that is kept, and the other is only read by way of it", async () => {
    await merge();

    const { patients: both, programs, phones } = await snapshot();
    expect(both.find(({ id }) => id === merged.id)).toMatchObject({ mergedInto: kept.id });
    expect(programs.map((row) => [row.patientId, row.programId]).sort()).toEqual(
      [
        [kept.id, clinic.program.id],
        [kept.id, second.id],
      ].sort(),
    );
    expect(
      phones
        .filter(({ validUntil }) => validUntil === null)
        .map((link) => [link.patientId, link.phoneId])
        .sort(),
    ).toEqual(
      [
        [kept.id, kept.phone.id],
        [kept.id, merged.phone.id],
      ].sort(),
    );
    expect(phones.find(({ patientId }) => patientId === merged.id)).toMatchObject({
      ...{ validUntil: wednesdayMorning, ending: "merged", endedBy: clinic.nurse.id },
    });
    await expect(patientDetail(nurse(), merged.id)).rejects.toThrow(NotFound);
    const { joined } = await patientRecords(nurse(), kept.id);
    expect(joined).toMatchObject([{ name: merged.name, memberNumber: merged.member, by: clinic.nurse.name }]);
    const { mergeId } = joined[0] ?? {};
    expect(await t.auditOf("patient.merged")).toContainEqual({
      actorId: clinic.nurse.id,
      programId: clinic.program.id,
      details: { patientId: kept.id, mergedId: merged.id, mergeId },
    });
    const heard = (await t.feedOf("patient.changed")).map((event) => event.programId);
    expect(heard).toEqual(expect.arrayContaining([clinic.program.id, second.id]));
  });

  test("the page of the one tells the consents of both, and holds to its own", async () => {
    await merge();
    const { consents: entries, phones } = await patientDetail(nurse(), kept.id);
    // The two that there were, and the one that came with the phone.
    expect(entries).toHaveLength(3);
    expect(phones.map(({ consent }) => consent?.given)).toEqual([true, true]);
  });

  test.each([
    { own: [true], other: [false], ends: false, added: 1 },
    { own: [false], other: [true], ends: false, added: 0 },
    { own: [], other: [true], ends: true, added: 1 },
    { own: [], other: [false], ends: false, added: 1 },
    { own: [true], other: [true], ends: true, added: 0 },
    { own: [true], other: [true, false], ends: false, added: 1 },
    { own: [true], other: [false, true], ends: true, added: 0 },
    { own: [false], other: [], ends: false, added: 0 },
  ])("on a phone of both, $own and $other end as $ends", async ({ own, other, ends, added }) => {
    const phone = await t.given.phone();
    kept = await t.given.patient(clinic.program.id, { on: phone, consent: false });
    merged = await t.given.patient(second.id, { on: phone, consent: false });
    for (const given of own) await says(kept.id, phone.id, given);
    for (const given of other) await says(merged.id, phone.id, given);

    await merge();

    const ledger = await ledgerOf(kept.id);
    expect(ledger.at(-1)?.given).toBe(ends);
    expect(ledger).toHaveLength(own.length + added);
    if (added > 0) expect(ledger.at(-1)).toMatchObject({ basis: "patient", channel: "call" });
  });

  test("a note beside a consent is sealed anew and can be read", async () => {
    const id = newId();
    await t.db.insert(consents).values({
      ...{ patientId: merged.id, phoneId: merged.phone.id, id, given: true, basis: "document" },
      ...{
        channel: "form",
        note: seal("consents.note", id, "in the blue folder"),
        recordedAt: wednesdayMorning,
      },
    });
    await merge();
    const [newest] = (await patientDetail(nurse(), kept.id)).consents;
    expect(newest?.note).toBe("in the blue folder");
  });

  test("a number that somebody reported as wrong for the one does not come back with the other", async () => {
    const link = { patientId: kept.id, phoneId: kept.phone.id };
    merged = await t.given.patient(second.id, { on: kept.phone });
    await reportWrongNumber(nurse(), { ...link, threadId: null, messageId: null });
    await merge();
    expect((await snapshot()).phones.filter(({ validUntil }) => validUntil === null)).toEqual([]);
  });

  test.each([
    ["loss", "hold"],
    ["death", "deceased"],
  ] as const)("a hold prevails: %s", async (reason, status) => {
    await holdPatient(nurse(), { patientId: merged.id, reason });
    await merge();
    const { standing } = await patientRecords(nurse(), kept.id);
    expect(standing).toMatchObject({ status, reason, by: clinic.nurse.name });
  });

  test("who is on hold stays so when the other is not", async () => {
    await holdPatient(nurse(), { patientId: kept.id, reason: "loss" });
    await merge();
    expect((await patientRecords(nurse(), kept.id)).standing).toMatchObject({ status: "hold" });
  });

  test("of several at once one counts, also A into B while B into A", async () => {
    const other = { keptId: merged.id, mergedId: kept.id };
    const outcomes = await Promise.allSettled([merge(), mergePatients(nurse(), other), merge()]);
    expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
    const rows = await t.db.select().from(patients).where(inArray(patients.id, ids()));
    expect(rows.filter((row) => row.mergedInto !== null)).toHaveLength(1);
  });

  test("nurses only, of both records, and not of a record with itself", async () => {
    const elsewhere = await t.given.clinic();
    await expect(merge(t.ctxFor(clinic.manager))).rejects.toThrow(Forbidden);
    await expect(merge(t.ctxFor(elsewhere.nurse))).rejects.toThrow(NotFound);
    const theirs = { keptId: kept.id, mergedId: elsewhere.patient.id };
    await expect(mergePatients(nurse(), theirs)).rejects.toThrow(NotFound);
    await expect(mergePatients(nurse(), { keptId: kept.id, mergedId: kept.id })).rejects.toThrow(Invalid);
  });

  test("where the other record is in a program of somebody else's, who can do it is named", async () => {
    const colleague = await t.given.user("nurse", { name: "Tomas Reyes" });
    const third = await t.given.program({ members: [colleague] });
    await t.db
      .insert(programPatients)
      .values({ programId: third.id, patientId: merged.id, addedAt: wednesdayMorning });
    await expect(merge()).rejects.toThrow("a manager can add you");
    await t.db
      .insert(programMembers)
      .values({ programId: second.id, userId: colleague.id, addedAt: wednesdayMorning });
    await expect(merge()).rejects.toThrow(Blocked);
    await expect(merge()).rejects.toThrow("Tomas Reyes");
    expect((await snapshot()).patients.every((row) => row.mergedInto === null)).toBe(true);
  });
});

const row = (member: string, more: Partial<NormalisedRow> = {}): NormalisedRow => ({
  ...{ memberNumber: member, name: "Rosa Marín", birthDate: "1994-05-17", language: "en" },
  ...{ zip3: "100", phone: { e164: t.given.fictionalNumber(), notTextable: null } },
  ...{ consent: true, consentOn: null, ...more },
});
const file = async (rows: NormalisedRow[], programId = second.id, ctx: Ctx = t.loopCtx()) => {
  const people = await preparePeople(ctx, rows);
  return inTransaction(ctx, (tx) => upsertPatients(tx, programId, newId(), people));
};

describe("files after a merge", () => {
  test("a row of the merged record goes to the kept one, and brings the other into no program", async () => {
    await merge();
    const third = await t.given.program({ members: [clinic.nurse] });
    await file([row(merged.member)], third.id);

    const { programs, phones } = await snapshot();
    expect(new Set(programs.map(({ patientId }) => patientId))).toEqual(new Set([kept.id]));
    expect(programs.map(({ programId }) => programId)).toContain(third.id);
    expect(phones.filter(({ validUntil }) => validUntil === null)).toHaveLength(3);
    expect(await ledgerOf(kept.id)).toHaveLength(3);
  });

  test("two rows of one person link a number once, and a no prevails", async () => {
    await merge();
    const phone = { e164: t.given.fictionalNumber(), notTextable: null };
    await file([row(kept.member, { phone }), row(merged.member, { phone, consent: false })]);
    const { phones } = await patientDetail(nurse(), kept.id);
    const added = phones.find(({ number }) => number === phone.e164);
    expect(added?.consent?.given ?? false).toBe(false);
  });

  test("a death that a file tells of under the merged number is the kept one's", async () => {
    await merge();
    await file([row(merged.member, { status: "deceased" })]);
    expect((await patientRecords(nurse(), kept.id)).standing).toMatchObject({ status: "deceased" });
  });

  test("an import at the same moment ends in the same", async () => {
    const third = await t.given.program({ members: [clinic.nurse] });
    const rows = [row(merged.member), row(kept.member)];
    await Promise.all([merge(), file(rows, third.id), file([...rows].reverse(), third.id)]);
    await file(rows, third.id);
    const { programs } = await snapshot();
    expect(programs.filter(({ programId }) => programId === third.id).map((p) => p.patientId)).toContain(
      kept.id,
    );
    // Imported before the merge, it was passed on; after it, it went to the kept one.
    expect(programs.filter(({ patientId }) => patientId === merged.id)).toEqual([]);
  });
});

describe("parting them again", () => {
  test("restores every row as it was, and is audited", async () => {
    await holdPatient(nurse(), { patientId: merged.id, reason: "loss" });
    const before = await snapshot();
    await merge(nurse(1));
    expect(await snapshot()).not.toEqual(before);
    const { id: mergeId } = await openMerge();

    expect(await undoMerge(nurse(2), { mergeId })).toEqual([]);

    expect(await snapshot()).toEqual(before);
    expect(await t.auditOf("patient.unmerged")).toContainEqual({
      actorId: clinic.nurse.id,
      programId: clinic.program.id,
      details: { patientId: kept.id, mergedId: merged.id, mergeId },
    });
    // The yes that had come with the phone is not theirs.
    expect((await ledgerOf(kept.id)).filter((e) => e.phoneId === merged.phone.id).at(-1)?.given).toBe(false);
    expect((await ledgerOf(merged.id)).at(-1)?.given).toBe(true);
  });

  test("what somebody changed since stays, and is said", async () => {
    await holdPatient(nurse(), { patientId: merged.id, reason: "loss" });
    await merge(nurse(1));
    const { id: mergeId } = await openMerge();
    await releasePatient(nurse(2), { patientId: kept.id });
    await reportWrongNumber(nurse(3), {
      ...{ patientId: kept.id, phoneId: merged.phone.id, threadId: null, messageId: null },
    });

    const stays = await undoMerge(nurse(4), { mergeId });

    expect(stays).toHaveLength(2);
    expect((await patientRecords(nurse(), kept.id)).standing).toBeNull();
    expect((await patientRecords(nurse(), merged.id)).standing).toMatchObject({ status: "hold" });
    const { phones } = await snapshot();
    expect(phones.filter((l) => l.phoneId === merged.phone.id && l.validUntil === null)).toEqual([]);
  });

  test("a number that passed to somebody else since comes back to neither", async () => {
    await merge();
    const { id: mergeId } = await openMerge();
    await passNumberOn(nurse(1), { phoneId: merged.phone.id });
    expect(await undoMerge(nurse(2), { mergeId })).toHaveLength(1);
    const { phones } = await snapshot();
    expect(phones.filter((l) => l.phoneId === merged.phone.id && l.validUntil === null)).toEqual([]);
  });

  test("a no that came with the other record stays, and is said", async () => {
    await t.db.insert(patientPhones).values({
      ...{ patientId: merged.id, phoneId: kept.phone.id, relationship: "self" },
      validFrom: wednesdayMorning,
    });
    await says(merged.id, kept.phone.id, false);
    await merge();
    const { id: mergeId } = await openMerge();
    expect(await undoMerge(nurse(1), { mergeId })).toEqual([expect.stringContaining("no texts at a number")]);
    expect((await ledgerOf(kept.id)).at(-1)?.given).toBe(false);
  });

  test("records that were joined in a row are parted in the opposite order", async () => {
    await merge();
    const { id: first } = await openMerge();
    const third = await t.given.patient(second.id);
    await mergePatients(nurse(1), { keptId: third.id, mergedId: kept.id });
    // Both doubles are read by way of the one that is left.
    expect((await patientDetail(nurse(), third.id)).consents.length).toBeGreaterThanOrEqual(3);
    await expect(undoMerge(nurse(2), { mergeId: first })).rejects.toThrow(NotFound);
    const [last] = await t.db.select().from(patientMerges).where(eq(patientMerges.mergedId, kept.id));
    await undoMerge(nurse(3), { mergeId: last?.id ?? "" });
    await undoMerge(nurse(4), { mergeId: first });
    expect((await snapshot()).patients.every((row) => row.mergedInto === null)).toBe(true);
  });

  test("once only, by nurses, and within reach", async () => {
    await merge();
    const { id: mergeId } = await openMerge();
    const elsewhere = await t.given.clinic();
    await expect(undoMerge(t.ctxFor(clinic.manager), { mergeId })).rejects.toThrow(Forbidden);
    await expect(undoMerge(t.ctxFor(elsewhere.nurse), { mergeId })).rejects.toThrow(NotFound);
    const here = await t.given.user("nurse");
    await t.db
      .insert(programMembers)
      .values({ programId: clinic.program.id, userId: here.id, addedAt: wednesdayMorning });
    await expect(undoMerge(t.ctxFor(here), { mergeId })).rejects.toThrow(Blocked);
    const outcomes = await Promise.allSettled([
      undoMerge(nurse(1), { mergeId }),
      undoMerge(nurse(1), { mergeId }),
    ]);
    expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
    for (const o of outcomes) if (o.status === "rejected") expect(o.reason).toBeInstanceOf(Conflict);
  });

  describe("takes the kept record out of a program only where it is by that merge alone", () => {
    const isIn = async (patientId: string, programId: string) =>
      (await snapshot()).programs.some((p) => p.patientId === patientId && p.programId === programId);
    const mergeOf = async (mergedId: string) =>
      (await t.db.select().from(patientMerges).where(eq(patientMerges.mergedId, mergedId)))[0]?.id ?? "";

    test("a file has named it for that program meanwhile: it stays", async () => {
      await merge();
      await file([row(kept.member)], second.id);
      await undoMerge(nurse(1), { mergeId: await mergeOf(merged.id) });
      expect([await isIn(kept.id, second.id), await isIn(merged.id, second.id)]).toEqual([true, true]);
    });

    test("a file has named the other one: it goes", async () => {
      await merge();
      await file([row(merged.member)], second.id);
      await undoMerge(nurse(1), { mergeId: await mergeOf(merged.id) });
      expect([await isIn(kept.id, second.id), await isIn(merged.id, second.id)]).toEqual([false, true]);
    });

    test("a file has named it while it was joined with a third record itself: it stays", async () => {
      const third = await t.given.patient(clinic.program.id);
      await merge();
      await mergePatients(nurse(1), { keptId: third.id, mergedId: kept.id });
      await file([row(kept.member)], second.id);
      await undoMerge(nurse(2), { mergeId: await mergeOf(kept.id) });
      await undoMerge(nurse(3), { mergeId: await mergeOf(merged.id) });
      expect([await isIn(kept.id, second.id), await isIn(merged.id, second.id)]).toEqual([true, true]);
      const of = await t.db.select().from(programPatients).where(eq(programPatients.patientId, third.id));
      expect(of.map(({ programId }) => programId)).toEqual([clinic.program.id]);
    });

    test("another record of it brought the same program along: it stays until that one is parted too", async () => {
      const third = await t.given.patient(second.id);
      await merge();
      await mergePatients(nurse(1), { keptId: kept.id, mergedId: third.id });
      await undoMerge(nurse(2), { mergeId: await mergeOf(merged.id) });
      expect(await isIn(kept.id, second.id)).toBe(true);
      await undoMerge(nurse(3), { mergeId: await mergeOf(third.id) });
      expect(await isIn(kept.id, second.id)).toBe(false);
    });

    test("a file that names it at the same moment counts, whichever comes first", async () => {
      await merge();
      const mergeId = await mergeOf(merged.id);
      await Promise.all([file([row(kept.member)], second.id), undoMerge(nurse(1), { mergeId })]);
      expect(await isIn(kept.id, second.id)).toBe(true);
    });
  });
});
