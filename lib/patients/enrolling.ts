import { setImmediate as breathe } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import { digests, insertOf, rowsOf } from "@/db/client";
import { patients, programPatients } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { newId } from "@/lib/ids";
import { memberIndex } from "@/lib/phi/blind-index";
import { savePhonesAndConsents } from "./enrolling-phones";
import { type Measure, measureRules, writeMeasureWindows } from "./measure-window";
import { standByThemselves } from "./merge-programs";
import { lockRecords, passOnDeaths } from "./merged-records";
import { columnsOf, digestOf, type Person, replaceAll } from "./patient-row";
import { type PreparedPhones, preparePhones } from "./phone-link";
import type { NormalisedRow } from "./types";

export type Upserted = Record<"added" | "changed" | "unchanged", number>;

/** Somebody of a file, with the row that they become: none where the stored one says the same. */
interface PreparedPerson extends Person {
  columns: ReturnType<typeof columnsOf> | null;
}

/** People of a file with all that can be known and made before the transaction that brings them in. */
export interface PreparedPeople {
  people: readonly PreparedPerson[];
  /** Inserts those whose rows are new or changed. */
  inserting: SQL | null;
  phones: PreparedPhones;
  rules: readonly Measure[];
}

export interface Known extends PreparedPerson {
  id: string;
  /** The record that stands for this person now: itself, unless it was joined with another. */
  keptId: string;
  /** Made by this transaction: nobody else sees it yet, and nothing is on file of it. */
  isNew: boolean;
}

/** At most 1,000 people, read and sealed before the transaction that brings them in: what is slow holds no lock. */
export async function preparePeople(ctx: Ctx, rows: readonly NormalisedRow[]): Promise<PreparedPeople> {
  const people = distinct(rows);
  const known = new Map((await storedPeople(ctx, people)).map((each) => [indexKey(each.index), each]));
  const prepared: PreparedPerson[] = [];
  for (const person of people) {
    const stored = known.get(indexKey(person.index));
    const isSame = stored?.digest.equals(person.digest);
    prepared.push({ ...person, columns: isSame ? null : columnsOf(ctx, stored?.id ?? newId(), person) });
    // Sealing hundreds in a row would keep this worker's texts waiting, and the database, which has the batch before.
    if (prepared.length % 5 === 0) await breathe();
  }
  const columns = prepared.flatMap((person) => person.columns ?? []);
  return {
    people: prepared,
    inserting: columns.length > 0 ? insertOf(patients, columns) : null,
    phones: await preparePhones(ctx, phonesOf(people)),
    rules: await measureRules(ctx),
  };
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
  prepared: PreparedPeople,
): Promise<Upserted> {
  if (!tx.joined) throw new Error("upsertPatients belongs into a transaction.");
  if (prepared.people.length === 0) return { added: 0, changed: 0, unchanged: 0 };

  const { known, added, changed } = await savePeople(tx, prepared);
  const joining = known.map(({ keptId }) => ({ programId, patientId: keptId, rosterId, addedAt: tx.now }));
  await tx.db.execute(sql`${insertOf(programPatients, joining)} on conflict do nothing`);
  const onFile = known.flatMap(({ id, isNew }) => (isNew ? [] : [id]));
  if (onFile.length > 0) await standByThemselves(tx, programId, onFile);
  await savePhonesAndConsents(tx, rosterId, { known, phones: prepared.phones });
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

const phonesOf = (people: readonly Person[]) => people.flatMap(({ row }) => row.phone ?? []);

/** Of these people, those that we know. */
export async function storedPeople(ctx: Ctx, people: readonly { index: Buffer }[]) {
  return rowsOf<{ id: string; index: Buffer; digest: Buffer }>(
    ctx.db,
    sql`select id, member_index as index, row_digest as digest from patients
        where member_index = any(${digests(people.map((person) => person.index))})`,
  );
}

async function savePeople(tx: Ctx, { people, inserting, rules }: PreparedPeople) {
  const made = inserting ? await insertUnknown(tx, inserting) : new Set<string>();
  const added: Known[] = [];
  const others = new Map<string, PreparedPerson>();
  for (const person of people)
    if (person.columns && made.has(person.columns.id))
      added.push({ ...person, id: person.columns.id, keptId: person.columns.id, isNew: true });
    else others.set(indexKey(person.index), person);

  const { stored, changed } = await updateStored(tx, others);
  await writeMeasureWindows(tx, rules, { added, changed });
  await passOnDeaths(
    tx,
    changed.flatMap(({ id, keptId, row }) => (id !== keptId && row.status === "deceased" ? [keptId] : [])),
  );
  return { known: [...added, ...stored], added: added.length, changed: changed.length };
}

/** Who is new comes in, all of them in one order, so that two imports never wait for each other in a circle. */
async function insertUnknown(tx: Ctx, inserting: SQL): Promise<Set<string>> {
  const made = await rowsOf<{ id: string }>(tx.db, sql`${inserting} on conflict do nothing returning id`);
  return new Set(made.map(({ id }) => id));
}

/** Locked until commit, also where nothing changes: links and consents are decided on what is there. */
async function updateStored(tx: Ctx, people: ReadonlyMap<string, PreparedPerson>) {
  const stored: Known[] = [];
  const changed: Known[] = [];
  if (people.size === 0) return { stored, changed };
  const indexes = [...people.values()].map((person) => person.index);
  for (const { id, keptId, memberIndex: index, rowDigest: digest } of await lockRecords(tx, indexes)) {
    const person = people.get(indexKey(index));
    if (!person) continue;
    const known = { ...person, id, keptId, isNew: false };
    stored.push(known);
    if (!digest.equals(person.digest)) changed.push(known);
  }
  if (changed.length > 0) {
    // Sealed anew where somebody else was first: a value is bound to its row's id.
    const rows = changed.map((person) =>
      person.columns?.id === person.id ? person.columns : columnsOf(tx, person.id, person),
    );
    await tx.db.execute(sql`${insertOf(patients, rows)} on conflict (id) do update set ${replaceAll}`);
  }
  return { stored, changed };
}
