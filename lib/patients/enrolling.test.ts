import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { consents, patientPhones, patients, phones } from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { newId } from "@/lib/ids";
import { memberIndex, phoneIndex } from "@/lib/phi/blind-index";
import { open } from "@/lib/phi/seal";
import { testDatabase } from "@/lib/testing";
import { preparePeople, upsertPatients } from "./enrolling";
import type { NormalisedRow } from "./types";

const t = testDatabase();
let made = 0;
let numbers = 0;

function fictionalNumber(): string {
  numbers += 1;
  return `+1${["214", "512", "619", "702", "816"][Math.floor(numbers / 100)]}55501${String(numbers % 100).padStart(2, "0")}`;
}

function row(more: Partial<NormalisedRow> = {}): NormalisedRow {
  made += 1;
  return {
    memberNumber: `VC9${String(made).padStart(6, "0")}`,
    name: "Ana Ruiz",
    birthDate: "1991-02-28",
    language: "es",
    ...{ zip3: "021", zip: "02139", state: "MA", timeZone: null },
    phone: { e164: fictionalNumber(), notTextable: null },
    consent: true,
    consentOn: null,
    ...more,
  };
}

const enrol = (programId: string, rows: NormalisedRow[], ctx: Ctx = t.loopCtx(), rosterId = newId()) =>
  inTransaction(ctx, async (tx) => upsertPatients(tx, programId, rosterId, await preparePeople(tx, rows)));

async function stored(member: string) {
  const [found] = await t.db
    .select()
    .from(patients)
    .where(eq(patients.memberIndex, memberIndex(member)));
  if (!found) throw new Error("no such patient");
  return found;
}

const ledger = (patientId: string) =>
  t.db.select().from(consents).where(eq(consents.patientId, patientId)).orderBy(consents.id);

async function howMany(programId: string) {
  const [counts] = await rowsOf<Record<"patients" | "phones" | "links" | "members" | "consents", number>>(
    t.db,
    sql`select (select count(*)::int from patients) as patients, (select count(*)::int from phones) as phones,
          (select count(*)::int from patient_phones) as links, (select count(*)::int from consents) as consents,
          (select count(*)::int from program_patients where program_id = ${programId}) as members`,
  );
  return counts;
}

test("a new person is kept sealed, with phone, consent and program", async () => {
  const program = await t.given.program();
  const rosterId = newId();
  const ana = row({ consentOn: "2026-01-05" });

  const upserted = await enrol(program.id, [ana], t.loopCtx(), rosterId);

  expect(upserted).toEqual({ added: 1, changed: 0, unchanged: 0 });
  const patient = await stored(ana.memberNumber);
  expect(patient).toMatchObject({ birthYear: 1991, birthMonth: 2, language: "es", zip3: "021" });
  expect(open("patients.name", patient.id, patient.name)).toBe("Ana Ruiz");
  expect(open("patients.member_number", patient.id, patient.memberNumber)).toBe(ana.memberNumber);
  expect(patient.name.includes("Ruiz")).toBe(false);
  expect(await ledger(patient.id)).toMatchObject([
    { given: true, basis: "roster", evidence: rosterId, givenOn: "2026-01-05" },
  ]);
});

test("the same rows again change nothing", async () => {
  const program = await t.given.program();
  const shared = { e164: fictionalNumber(), notTextable: null };
  const rows = [
    row({ phone: shared }),
    row({ phone: shared }),
    row({ phone: null }),
    row({ consent: false }),
  ];
  await enrol(program.id, rows);
  const before = await howMany(program.id);

  expect(await enrol(program.id, rows)).toEqual({ added: 0, changed: 0, unchanged: 4 });
  expect(await howMany(program.id)).toEqual(before);
});

test("a changed row replaces what changed and keeps the person", async () => {
  const program = await t.given.program();
  const ana = row();
  await enrol(program.id, [ana]);
  const before = await stored(ana.memberNumber);

  expect(await enrol(program.id, [{ ...ana, name: "Ana Ruiz Soto", language: "en" }])).toMatchObject({
    changed: 1,
  });
  const after = await stored(ana.memberNumber);
  expect(after).toMatchObject({ id: before.id, language: "en" });
  expect(open("patients.name", after.id, after.name)).toBe("Ana Ruiz Soto");
  expect(open("patients.birth_date", after.id, after.birthDate)).toBe("1991-02-28");
});

test("where somebody lives: the ZIP sealed, its first digits, state and zone in clear", async () => {
  const program = await t.given.program();
  const ana = row({ zip3: "463", zip: "46307", state: "IN", timeZone: "America/Chicago" });
  await enrol(program.id, [ana]);

  const patient = await stored(ana.memberNumber);
  expect(patient).toMatchObject({ zip3: "463", state: "IN", timeZone: "America/Chicago" });
  expect(open("patients.zip", patient.id, patient.zip ?? Buffer.of())).toBe("46307");
  expect(patient.zip?.includes("46307")).toBe(false);
  expect(await enrol(program.id, [ana])).toMatchObject({ changed: 0, unchanged: 1 });
});

test.each([{ zip: "46322" }, { state: "IL" }, { timeZone: "America/New_York" }])(
  "a move is a change: %o",
  async (more) => {
    const program = await t.given.program();
    const ana = row({ zip3: "463", zip: "46307", state: "IN", timeZone: "America/Chicago" });
    await enrol(program.id, [ana]);

    expect(await enrol(program.id, [{ ...ana, ...more }])).toMatchObject({ changed: 1 });
    const { id, zip, state, timeZone } = await stored(ana.memberNumber);
    const kept = { zip: zip && open("patients.zip", id, zip), state, timeZone };
    expect(kept).toEqual({ zip: "46307", state: "IN", timeZone: "America/Chicago", ...more });
  },
);

test("a roster that does not say where somebody lives takes nothing back", async () => {
  const program = await t.given.program();
  const ana = row({ zip3: "463", zip: "46307", state: "IN", timeZone: "America/Chicago" });
  await enrol(program.id, [ana]);

  const { zip: _, state: __, timeZone: ___, ...without } = { ...ana, zip3: null, name: "Ana R." };
  expect(await enrol(program.id, [without])).toMatchObject({ changed: 1 });

  const { id, zip, ...patient } = await stored(ana.memberNumber);
  expect(patient).toMatchObject({ zip3: "463", state: "IN", timeZone: "America/Chicago" });
  expect(zip && open("patients.zip", id, zip)).toBe("46307");
});

test("two imports of the same rows at once, in opposite order, make nobody twice", async () => {
  const program = await t.given.program();
  const shared = { e164: fictionalNumber(), notTextable: null };
  const rows = Array.from({ length: 200 }, (_, i) => row(i % 3 ? {} : { phone: shared }));
  const before = await howMany(program.id);

  const [one, two] = await Promise.all([
    enrol(program.id, rows),
    enrol(program.id, [...rows].reverse(), t.loopCtx({ now: new Date("2026-03-04T15:00:01Z") })),
  ]);

  expect(one.added + two.added).toBe(200);
  const after = await howMany(program.id);
  const perRow = (what: "patients" | "links" | "consents") => (after?.[what] ?? 0) - (before?.[what] ?? 0);
  expect([perRow("patients"), perRow("links"), perRow("consents")]).toEqual([200, 200, 200]);
  expect(after?.members).toBe(200);
});

test("a patient of another program is joined, not made again", async () => {
  const [one, two] = [await t.given.program(), await t.given.program()];
  const ana = row();
  await enrol(one.id, [ana]);

  expect(await enrol(two.id, [ana])).toEqual({ added: 0, changed: 0, unchanged: 1 });
  expect(await howMany(two.id)).toMatchObject({ members: 1 });
});

test("a roster never undoes a stop", async () => {
  const program = await t.given.program();
  const ana = row();
  await enrol(program.id, [ana]);
  const index = phoneIndex(ana.phone?.e164 ?? "");
  await t.db
    .update(phones)
    .set({ stoppedAt: new Date("2026-03-01") })
    .where(eq(phones.numberIndex, index));

  await enrol(program.id, [{ ...ana, name: "Ana R.", consentOn: "2026-03-03" }]);

  const [phone] = await t.db.select().from(phones).where(eq(phones.numberIndex, index));
  expect(phone?.stoppedAt).toEqual(new Date("2026-03-01"));
});

test("a wrong number stays ended, and its consent with it", async () => {
  const program = await t.given.program();
  const ana = row();
  await enrol(program.id, [ana]);
  const { id } = await stored(ana.memberNumber);
  await t.db.update(patientPhones).set({ validUntil: new Date() }).where(eq(patientPhones.patientId, id));

  await enrol(program.id, [{ ...ana, consent: false }]);

  const links = await t.db.select().from(patientPhones).where(eq(patientPhones.patientId, id));
  expect(links).toHaveLength(1);
  expect(links[0]?.validUntil).not.toBeNull();
  expect(await ledger(id)).toHaveLength(1);
});

test("a roster's no withdraws, and a later roster's yes gives again", async () => {
  const program = await t.given.program();
  const ana = row();
  for (const consent of [true, false, false, null, true]) await enrol(program.id, [{ ...ana, consent }]);
  const { id } = await stored(ana.memberNumber);
  expect((await ledger(id)).map((c) => c.given)).toEqual([true, false, true]);
});

test.each([
  [null, false],
  ["2026-02-27", false],
  ["2026-03-02", true],
])("after a patient's own no, a roster's yes dated %s counts: %s", async (consentOn, given) => {
  const program = await t.given.program();
  const ana = row();
  await enrol(program.id, [ana]);
  const { id } = await stored(ana.memberNumber);
  const [link] = await t.db.select().from(patientPhones).where(eq(patientPhones.patientId, id));
  await t.db.insert(consents).values({
    patientId: id,
    phoneId: link?.phoneId ?? "",
    id: newId(),
    given: false,
    basis: "patient",
    recordedAt: new Date("2026-02-28T12:00:00Z"),
  });

  await enrol(program.id, [{ ...ana, consentOn }]);

  expect((await ledger(id)).at(-1)?.given).toBe(given);
});
