import type postgres from "postgres";
import { v7 } from "uuid";
import { birthIndex, memberIndex, phoneIndex, rowDigest } from "@/lib/phi/blind-index";
import { nameIndexOf } from "@/lib/phi/name-index";
import { seal } from "@/lib/phi/seal";
import { copy, unownedNumber, type Value } from "./crowd";
import { fictionalNumber } from "./given";

export interface Populace {
  /** How many live in each of these programs. */
  programs: readonly { id: string; count: number }[];
  now: Date;
}

export interface Settler {
  programId: string;
  name: string;
  birthDate: string;
  member: string;
  e164: string;
}

// The first of each list are everybody's, the last nearly nobody's.
const given = (
  "Maria Jose Mary Juan James Ana John Luis Linda Marcus Rosa David Martha Carlos Susan Marisol Peter Elena Paul " +
  "Carmen Mark Sofia Anna Diego Karen Lucia Brian Nadia Kevin Ines Scott Pilar Eric Vera Xiomara Zebulon"
).split(" ");
const family = (
  "Garcia Smith Martinez Johnson Rodriguez Brown Marin Jones Lopez Miller Gonzalez Davis Perez Wilson Sanchez Moore " +
  "Ramirez Taylor Torres Thomas Flores Jackson Rivera White Gomez Harris Diaz Clark Cruz Lewis Reyes Walker Morales " +
  "Hall Ortiz Allen Gutierrez Young Chavez King Ramos Wright Hill Castillo Green Adams Baker Nelson Carter Quillfeather"
).split(" ");

/** How often a name of the first program alone stands there. */
const local = { name: "Stonebridge", everyNth: 10 };
const batch = 10_000;
const kept = 50;

/** People of many names and birth dates, sealed and indexed like all others, by COPY. Some of each program come back. */
export async function settle(sql: postgres.Sql, { programs, now }: Populace): Promise<Settler[]> {
  const known: Settler[] = [];
  for (const [which, { id, count }] of programs.entries())
    for (let from = 0; from < count; from += batch) {
      const people = Array.from({ length: Math.min(batch, count - from) }, (_, i) =>
        settler(id, which === 0, from + i),
      );
      await insert(sql, people, now);
      if (from === 0) known.push(...people.slice(0, kept));
    }
  return known;
}

function settler(programId: string, first: boolean, n: number): Settler {
  // Of those who come back the number can be typed: it is one that the parser takes for a number.
  const e164 = n < kept ? fictionalNumber() : unownedNumber();
  const last = first && n % local.everyNth === 0 ? local.name : pick(family, n * 7 + 3);
  const day = new Date(Date.UTC(1945, 0, 1 + ((n * 7_919) % 29_200)));
  return {
    ...{ programId, e164, member: `S${e164.slice(1)}`, birthDate: day.toISOString().slice(0, 10) },
    name: `${pick(given, n)} ${last}`,
  };
}

/** One of the list, the earlier the likelier: the same for the same number. */
function pick(list: readonly string[], n: number): string {
  const share = ((n * 2_654_435_761) % 4_294_967_296) / 4_294_967_296;
  return list[Math.floor(share ** 2.5 * list.length)] ?? "";
}

const indexes = new Map<string, readonly number[]>();

function indexOf(name: string): readonly number[] {
  const known = indexes.get(name);
  if (known) return known;
  const made = nameIndexOf(name);
  indexes.set(name, made);
  return made;
}

async function insert(sql: postgres.Sql, people: readonly Settler[], now: Date): Promise<void> {
  const rows = people.map((person) => ({ ...person, id: v7(), phoneId: v7() }));
  const put = (table: string, row: (person: (typeof rows)[number]) => Value[]) =>
    copy(sql, table, rows.map(row));
  await put(
    "patients (id, member_number, member_index, name, birth_date, birth_year, birth_month, language, name_index, birth_index, row_digest, created_at, updated_at)",
    ({ id, member, name, birthDate }) => [
      ...[id, seal("patients.member_number", id, member), memberIndex(member)],
      ...[seal("patients.name", id, name), seal("patients.birth_date", id, birthDate)],
      ...[Number(birthDate.slice(0, 4)), Number(birthDate.slice(5, 7)), "en"],
      ...[`{${indexOf(name).join(",")}}`, birthIndex(birthDate), rowDigest(member), now, now],
    ],
  );
  await put("program_patients (program_id, patient_id, added_at)", (p) => [p.programId, p.id, now]);
  await put("phones (id, number, number_index, created_at)", ({ phoneId, e164 }) => [
    ...[phoneId, seal("phones.number", phoneId, e164), phoneIndex(e164), now],
  ]);
  await put("patient_phones (patient_id, phone_id, relationship, valid_from)", (p) => [
    ...[p.id, p.phoneId, "self", now],
  ]);
}
