import { patients, programPatients } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { memberIndex } from "@/lib/phi/blind-index";
import { recordSuppliedConsents } from "./consent";
import { lockRecords, passOnDeaths } from "./merged-records";
import { columnsOf, digestOf, type Person, replaced } from "./patient-row";
import { ensurePhones, keyOf, type Link, linkPhones } from "./phone-link";
import type { NormalisedRow } from "./types";

export interface Upserted {
  added: number;
  changed: number;
  unchanged: number;
}

interface Known extends Person {
  id: string;
  /** The record that stands for this person now: itself, unless it was joined with another. */
  keptId: string;
}

/**
 * Brings at most 500 people into a program, inside the caller's transaction. The same rows again change
 * nothing, and two imports of the same rows at once make nobody twice. A roster never undoes a stop, and what it
 * says of a record that was joined with another goes to that one.
 */
export async function upsertPatients(
  tx: Ctx,
  programId: string,
  rosterId: string,
  rows: readonly NormalisedRow[],
): Promise<Upserted> {
  if (!tx.joined) throw new Error("upsertPatients belongs into a transaction.");
  const people = distinct(rows);
  if (people.length === 0) return { added: 0, changed: 0, unchanged: 0 };

  const { known, added, changed } = await savePeople(tx, people);
  await tx.db
    .insert(programPatients)
    .values(known.map(({ keptId }) => ({ programId, patientId: keptId, rosterId, addedAt: tx.now })))
    .onConflictDoNothing();
  await savePhonesAndConsents(tx, rosterId, known);
  return { added, changed, unchanged: known.length - added - changed };
}

/** One for each member number, the first row counting, in the order in which rows are locked everywhere. */
function distinct(rows: readonly NormalisedRow[]): Person[] {
  const byIndex = new Map<string, Person>();
  for (const row of rows) {
    const index = memberIndex(row.memberNumber);
    const key = index.toString("hex");
    if (!byIndex.has(key)) byIndex.set(key, { index, digest: digestOf(row), row });
  }
  return [...byIndex.values()].sort((a, b) => Buffer.compare(a.index, b.index));
}

async function savePeople(tx: Ctx, people: Person[]) {
  const inserted = await tx.db
    .insert(patients)
    .values(people.map((person) => columnsOf(tx, newId(), person)))
    .onConflictDoNothing({ target: patients.memberIndex })
    .returning({ id: patients.id });

  // Locked until commit, also where nothing changes: links and consents are decided on what is there.
  const stored = await lockRecords(
    tx,
    people.map((person) => person.index),
  );
  const byIndex = new Map(people.map((person) => [person.index.toString("hex"), person]));
  const known: Known[] = [];
  const changed: Known[] = [];
  for (const { id, keptId, memberIndex: index, rowDigest: digest } of stored) {
    const person = byIndex.get(index.toString("hex"));
    if (!person) continue;
    known.push({ ...person, id, keptId });
    if (!digest.equals(person.digest)) changed.push({ ...person, id, keptId });
  }

  if (changed.length > 0)
    await tx.db
      .insert(patients)
      .values(changed.map((person) => columnsOf(tx, person.id, person)))
      .onConflictDoUpdate({ target: patients.id, set: replaced });
  await passOnDeaths(
    tx,
    changed.flatMap(({ id, keptId, row }) => (id !== keptId && row.status === "deceased" ? [keptId] : [])),
  );
  return { known, added: inserted.length, changed: changed.length };
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
