import { sql } from "drizzle-orm";
import { rowsOf, uuids } from "@/db/client";
import { programIdsOf } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { open } from "@/lib/phi/seal";
import { requirePatient } from "./patient-reach";
import { ageOn } from "./queries";
import type { Household, SharedPhone } from "./types-record";

const mostPeople = 50;
const mostLinks = 1_000;

/**
 * Who lives on the same phones as a patient: by a shared valid number, and by a number of somebody who shares one, at
 * most 50 people. Those outside the reader's programs are counted, and neither they nor a number of theirs alone is shown.
 */
export async function householdOf(ctx: Ctx, patientId: string): Promise<Household> {
  await requirePatient(ctx, patientId);
  const people = await peopleWith(ctx, patientId);
  const others = people.filter(({ id }) => id !== patientId);
  if (others.length === 0) return { phones: [], outside: 0, more: false };
  return {
    phones: sharedPhones(ctx, patientId, await linksOf(ctx, people)),
    outside: others.filter(({ within }) => !within).length,
    more: people.length >= mostPeople,
  };
}

type Somebody = { id: string; within: boolean };

/** The patient and the household. "Union" leaves out who was found before, so a circle of phones ends. */
const peopleWith = (ctx: Ctx, patientId: string): Promise<Somebody[]> =>
  rowsOf(
    ctx.db,
    sql`with recursive home(patient_id) as (
          select ${patientId}::uuid
          union
          select theirs.patient_id from home
          join patient_phones mine on mine.patient_id = home.patient_id and mine.valid_until is null
          join patient_phones theirs on theirs.phone_id = mine.phone_id and theirs.valid_until is null)
        select found.patient_id as id, exists (
          select 1 from program_patients m
          where m.patient_id = found.patient_id and m.program_id in (${programIdsOf(ctx)})) as within
        from (select patient_id from home limit ${mostPeople}) found`,
  );

type Link = {
  phone_id: string;
  number: Buffer;
  patient_id: string;
  name: Buffer;
  birth_date: Buffer;
  within: boolean;
};

/** Each of these people on each of their numbers. */
async function linksOf(ctx: Ctx, people: readonly Somebody[]): Promise<Link[]> {
  const within = new Map(people.map((person) => [person.id, person.within]));
  const rows = await rowsOf<Omit<Link, "within">>(
    ctx.db,
    sql`select distinct on (link.phone_id, link.patient_id) link.phone_id, phones.number, link.patient_id,
          patients.name, patients.birth_date
        from patient_phones link
        join phones on phones.id = link.phone_id
        join patients on patients.id = link.patient_id
        where link.patient_id = any(${uuids(people.map(({ id }) => id))}) and link.valid_until is null
        order by link.phone_id, link.patient_id limit ${mostLinks}`,
  );
  return rows.map((row) => ({ ...row, within: within.get(row.patient_id) ?? false }));
}

/** The numbers that two of them or more have, the patient's own first. One that only strangers share is left out. */
function sharedPhones(ctx: Ctx, patientId: string, links: readonly Link[]): SharedPhone[] {
  const byPhone = new Map<string, Link[]>();
  for (const link of links) byPhone.set(link.phone_id, [...(byPhone.get(link.phone_id) ?? []), link]);
  return [...byPhone.values()]
    .filter((on) => on.length > 1 && on.some(({ within }) => within))
    .map((on): SharedPhone => {
      const [first] = on;
      return {
        number: first ? open("phones.number", first.phone_id, first.number) : "",
        own: on.some((link) => link.patient_id === patientId),
        people: on
          .filter((link) => link.within && link.patient_id !== patientId)
          .map((link) => ({
            id: link.patient_id,
            name: open("patients.name", link.patient_id, link.name),
            age: ageOn(ctx.now, open("patients.birth_date", link.patient_id, link.birth_date)),
          })),
        outside: on.filter((link) => !link.within).length,
      };
    })
    .sort((a, b) => Number(b.own) - Number(a.own));
}
