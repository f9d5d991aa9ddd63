import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { digests, insertOf, rowsOf } from "@/db/client";
import { patients, programPatients } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { memberIndex } from "@/lib/phi/blind-index";
import { recordSuppliedConsents } from "./consent";
import { writeMeasureWindows } from "./measure-window";
import { standByThemselves } from "./merge-programs";
import { lockRecords, passOnDeaths } from "./merged-records";
import { columnsOf, digestOf, type Person, replaceAll } from "./patient-row";
import { ensurePhones, keyOf, type Link, linkPhones } from "./phone-link";
import type { NormalisedRow } from "./types";

export interface Upserted {
  added: number;
  changed: number;
  unchanged: number;
}

/** Somebody of a file, with the row that they become: none where the stored one says the same. */
export interface PreparedPerson extends Person {
  columns: ReturnType<typeof columnsOf> | null;
}

interface Known extends PreparedPerson {
  id: string;
  /** The record that stands for this person now: itself, unless it was joined with another. */
  keptId: string;
}

/** At most 1,000 people, read and sealed before the transaction that brings them in: what is slow holds no lock. */
export async function preparePeople(ctx: Ctx, rows: readonly NormalisedRow[]): Promise<PreparedPerson[]> {
  const people = distinct(rows);
  const stored = new Map((await storedPeople(ctx, people)).map((each) => [indexKey(each.index), each]));
  const prepared: PreparedPerson[] = [];
  for (const person of people) {
    const known = stored.get(indexKey(person.index));
    const isSame = known?.digest.equals(person.digest);
    prepared.push({ ...person, columns: isSame ? null : columnsOf(ctx, known?.id ?? newId(), person) });
    // Sealing hundreds in a row would keep this worker's texts waiting.
    if (prepared.length % 20 === 0) await breathe();
  }
  return prepared;
}

/**
 * Brings at most 1,000 people into a program, inside the caller's transaction. The same rows again change
 * nothing, and two imports of the same rows at once make nobody twice. A roster never undoes a stop, and what it
 * says of a record that was joined with another goes to that one.
 */
export async function upsertPatients(
  tx: Ctx,
  programId: string,
  rosterId: string,
  people: readonly PreparedPerson[],
): Promise<Upserted> {
  if (!tx.joined) throw new Error("upsertPatients belongs into a transaction.");
  if (people.length === 0) return { added: 0, changed: 0, unchanged: 0 };

  const { known, added, changed } = await savePeople(tx, people);
  const joining = known.map(({ keptId }) => ({ programId, patientId: keptId, rosterId, addedAt: tx.now }));
  await tx.db.execute(sql`${insertOf(programPatients, joining)} on conflict do nothing`);
  await standByThemselves(
    tx,
    programId,
    known.map(({ id }) => id),
  );
  await savePhonesAndConsents(tx, rosterId, known);
  return { added, changed, unchanged: known.length - added - changed };
}

/** One for each member number, the first row counting, in the order in which rows are locked everywhere. */
function distinct(rows: readonly NormalisedRow[]): Person[] {
  const byIndex = new Map<string, Person>();
  for (const row of rows) {
    const index = memberIndex(row.memberNumber);
    const key = indexKey(index);
    if (!byIndex.has(key)) byIndex.set(key, { index, digest: digestOf(row), row });
  }
  return [...byIndex.values()].sort((a, b) => Buffer.compare(a.index, b.index));
}

const indexKey = (index: Buffer) => index.toString("base64");

/** Of these people, those that we know. */
export async function storedPeople(ctx: Ctx, people: readonly { index: Buffer }[]) {
  return rowsOf<{ id: string; index: Buffer; digest: Buffer }>(
    ctx.db,
    sql`select id, member_index as index, row_digest as digest from patients
        where member_index = any(${digests(people.map((person) => person.index))})`,
  );
}

async function savePeople(tx: Ctx, people: readonly PreparedPerson[]) {
  const added = await insertUnknown(tx, people);

  // Locked until commit, also where nothing changes: links and consents are decided on what is there.
  const stored = await lockRecords(
    tx,
    people.map((person) => person.index),
  );
  const byIndex = new Map(people.map((person) => [indexKey(person.index), person]));
  const known: Known[] = [];
  const changed: Known[] = [];
  for (const { id, keptId, memberIndex, rowDigest: digest } of stored) {
    const person = byIndex.get(indexKey(memberIndex));
    if (!person) continue;
    known.push({ ...person, id, keptId });
    if (!digest.equals(person.digest)) changed.push({ ...person, id, keptId });
  }
  if (changed.length > 0) {
    // Sealed anew where somebody else was first: a value is bound to its row's id.
    const rows = changed.map((person) =>
      person.columns?.id === person.id ? person.columns : columnsOf(tx, person.id, person),
    );
    await tx.db.execute(sql`${insertOf(patients, rows)} on conflict (id) do update set ${replaceAll}`);
  }
  const fresh = known.filter(({ index }) => added.has(indexKey(index)));
  await writeMeasureWindows(tx, { added: fresh, changed });
  await passOnDeaths(
    tx,
    changed.flatMap(({ id, keptId, row }) => (id !== keptId && row.status === "deceased" ? [keptId] : [])),
  );
  return { known, added: added.size, changed: changed.length };
}

/** Who is new comes in, all of them in one order, so that two imports never wait for each other in a circle. */
async function insertUnknown(tx: Ctx, people: readonly PreparedPerson[]): Promise<Set<string>> {
  const rows = people.flatMap(({ columns }) => columns ?? []);
  if (rows.length === 0) return new Set();
  const inserted = await rowsOf<{ index: Buffer }>(
    tx.db,
    sql`${insertOf(patients, rows)} on conflict do nothing returning member_index as index`,
  );
  return new Set(inserted.map(({ index }) => indexKey(index)));
}

async function savePhonesAndConsents(tx: Ctx, rosterId: string, known: Known[]): Promise<void> {
  const phoneIds = await ensurePhones(
    tx,
    known.flatMap(({ row }) => row.phone ?? []),
  );
  const supplied = known.flatMap(({ keptId, row }) => {
    const phoneId = row.phone && phoneIds.get(row.phone.e164);
    return phoneId ? [{ patientId: keptId, phoneId, given: row.consent, givenOn: row.consentOn }] : [];
  });
  const valid = await linkPhones(tx, onceEach(supplied));
  const said = valid.flatMap(({ given, ...link }) => (given === null ? [] : [{ ...link, given }]));
  await recordSuppliedConsents(tx, rosterId, said);
}

/** Two rows may be of one person whose records were joined: then a no prevails. */
function onceEach<S extends Link & { given: boolean | null }>(supplied: readonly S[]): S[] {
  const byLink = new Map<string, S>();
  for (const each of supplied) {
    const earlier = byLink.get(keyOf(each));
    if (!earlier || each.given === false || (earlier.given === null && each.given !== null))
      byLink.set(keyOf(each), each);
  }
  return [...byLink.values()];
}
