import { birthIndex, memberIndex, phoneIndex, rowDigest } from "@/lib/phi/blind-index";
import { nameIndexOf } from "@/lib/phi/name-index";
import { seal } from "@/lib/phi/seal";
import type { Dice } from "./dice";
import { note } from "./history";
import type { Ids } from "./ids";
import { names } from "./names";
import { lineOf, type NotTextable, numberer } from "./phones";
import type { Kind, Program } from "./programs";
import { importNext, type Roster } from "./rosters";
import type { Rows } from "./rows";
import type { Wave } from "./waves";

export type Language = "en" | "es";

export interface Phone {
  id: string;
  /** E.164, fictional. */
  number: string;
  notTextable: NotTextable | null;
  /** Its patient said that it is somebody else's. */
  isWrong?: true;
  /** As it will stand in the database: `stoppedAt` may still change. */
  row: Rows["phones"][number];
}

export interface Member {
  id: string;
  memberNumber: string;
  firstName: string;
  /** First and last. */
  name: string;
  /** YYYY-MM-DD */
  birthDate: string;
  zip3: string;
  language: Language;
  consent: boolean;
  plan: string;
  /** Sorted. */
  tags: string[];
  addedAt: Date;
}

/** Who shares a phone, in the order of their ids: the unit that is randomized. */
export interface Household {
  id: string;
  program: Program;
  wave: Wave;
  /** The file that named them. */
  roster: Roster;
  arm: "outreach" | "holdout";
  language: Language;
  phone: Phone | null;
  members: Member[];
}

/** A dice of its own decides them: they are said of people whom the others have made. */
const planShares = { "Valley Gold": 0.25, "Valley Silver": 0.45, "Valley Basic": 0.3 };
const tags = ["care-manager", "new-member", "no-visit-last-year"];

/** Of all households; large enough that what texts bring about stands out from chance. */
const heldOutShare = 0.25;

/** Of the households of a wave with such a file: wrong in the first, imported from the corrected one. */
const correctedShare = 0.015;

/** Born how many years ago. */
const ages: Record<Kind, [number, number]> = {
  prenatal: [18, 41],
  well_child: [2, 17],
  vaccination: [2, 13],
};

/** Everybody whom the plan supplied, with phones and consents: `count` members of made-up households. */
export function addHouseholds(
  rows: Rows,
  from: { programs: Program[]; count: number; ids: Ids; dice: Dice; cohorts: Dice },
): Household[] {
  const { programs, count, ids, dice, cohorts } = from;
  const nextNumber = numberer();
  const households: Household[] = [];
  let supplied = 0;
  for (const program of programs)
    for (const wave of program.waves) {
      const until = supplied + Math.round(count * program.plan.share * wave.share);
      while (supplied < until) {
        const size = Math.min(until - supplied, dice.yes(0.9) ? 1 : dice.yes(0.8) ? 2 : 3);
        const household = newHousehold(program, wave, { size, supplied, ids, dice, cohorts, nextNumber });
        addRows(rows, household, ids);
        households.push(household);
        supplied += size;
      }
    }
  return households;
}

function newHousehold(
  program: Program,
  wave: Wave,
  from: {
    size: number;
    supplied: number;
    ids: Ids;
    dice: Dice;
    cohorts: Dice;
    nextNumber: ReturnType<typeof numberer>;
  },
): Household {
  const { size, supplied, ids, dice, cohorts, nextNumber } = from;
  const language = dice.yes(0.3) ? "es" : "en";
  const { women, men, last } = names[language];
  const lastName = dice.pick(last);
  const notTextable = lineOf(dice);
  const { main, corrected } = wave.supply;
  const roster = dice.yes(correctedShare) && corrected ? corrected : main;
  const members = Array.from({ length: size }, (_, i): Member => {
    const firstName = dice.pick(program.plan.kind === "prenatal" || dice.yes(0.5) ? women : men);
    const { addedAt, idAt } = importNext(roster);
    return {
      ...{ id: ids.at(idAt), memberNumber: `DM${100_001 + (supplied + i) * 7}`, addedAt: new Date(addedAt) },
      ...{ firstName, name: `${firstName} ${lastName}`, birthDate: birthDateOf(program, addedAt, dice) },
      ...{ language, zip3: dice.pick(["100", "104", "112", "606", "770"]), consent: dice.yes(0.93) },
      ...{ plan: cohorts.weighted(planShares), tags: tags.filter(() => cohorts.yes(0.2)) },
    };
  });
  const arm = dice.yes(heldOutShare) ? "holdout" : "outreach";
  const addedAt = members[0]?.addedAt ?? new Date(roster.startedAt);
  const phone = dice.yes(0.98)
    ? newPhone({ addedAt, launchedAt: wave.launchedAt }, nextNumber(notTextable), { notTextable, ids, dice })
    : null;
  return { id: ids.random(), program, wave, roster, arm, language, phone, members };
}

function birthDateOf({ plan }: Program, addedAt: number, dice: Dice): string {
  const [youngest, oldest] = ages[plan.kind];
  const year = new Date(addedAt).getUTCFullYear() - dice.whole(youngest, oldest);
  const [month, day] = [dice.whole(1, 12), dice.whole(1, 28)];
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function newPhone(
  { addedAt, launchedAt }: { addedAt: Date; launchedAt: number },
  number: string,
  { notTextable, ids, dice }: { notTextable: NotTextable | null; ids: Ids; dice: Dice },
): Phone {
  const id = ids.at(addedAt.getTime());
  // Some tell the carrier, before they have got any text, that they want none.
  const between = launchedAt - addedAt.getTime();
  const stoppedAt = dice.yes(0.008) ? new Date(launchedAt - dice.between(0.1, 0.9) * between) : null;
  const row = {
    ...{ id, notTextable, stoppedAt: notTextable ? null : stoppedAt, createdAt: addedAt },
    number: seal("phones.number", id, number),
    numberIndex: phoneIndex(number),
  };
  return { id, number, notTextable, row };
}

function addRows(rows: Rows, { program, roster, phone, members }: Household, ids: Ids): void {
  if (phone) addPhone(rows, phone, ids);
  for (const member of members) {
    const { id, memberNumber, name, birthDate, zip3, language, consent, addedAt, ...cohort } = member;
    rows.patients.push({
      ...{ plan: cohort.plan, tags: cohort.tags },
      ...{ id, language, zip3, createdAt: addedAt, updatedAt: addedAt },
      ...{ birthYear: Number(birthDate.slice(0, 4)), birthMonth: Number(birthDate.slice(5, 7)) },
      ...{ nameIndex: nameIndexOf(name), birthIndex: birthIndex(birthDate) },
      memberNumber: seal("patients.member_number", id, memberNumber),
      memberIndex: memberIndex(memberNumber),
      name: seal("patients.name", id, name),
      birthDate: seal("patients.birth_date", id, birthDate),
      rowDigest: digestOf(member),
    });
    rows.programPatients.push({ programId: program.id, patientId: id, rosterId: roster.id, addedAt });
    if (!phone) continue;
    const link = { patientId: id, phoneId: phone.id };
    rows.patientPhones.push({ ...link, relationship: "self", validFrom: addedAt });
    if (consent)
      rows.consents.push({
        ...{ ...link, id: ids.at(addedAt.getTime()), given: true, basis: "roster" },
        ...{ evidence: roster.id, recordedAt: addedAt },
      });
  }
}

/** As lib/patients/patient-row digests a row of a roster: plan and tags follow four values that these have not. */
function digestOf({ memberNumber, name, birthDate, language, zip3, plan, tags: theirs }: Member): Buffer {
  const more = [null, null, null, null, plan, ...(theirs.length > 0 ? [theirs.join(" ")] : [])];
  return rowDigest(JSON.stringify([memberNumber, name, birthDate, language, zip3, ...more]));
}

function addPhone(rows: Rows, { id, row }: Phone, ids: Ids): void {
  rows.phones.push(row);
  const { stoppedAt } = row;
  if (!stoppedAt) return;
  const at = stoppedAt.getTime();
  rows.stops.push({ phoneId: id, id: ids.at(at), source: "carrier", stoppedAt });
  note(rows, ids, "stop.recorded", { at, by: null, phoneId: id, source: "carrier" });
}
