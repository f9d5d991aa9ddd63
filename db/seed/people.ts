import { memberIndex, phoneIndex, rowDigest } from "@/lib/phi/blind-index";
import { seal } from "@/lib/phi/seal";
import { hours } from "./calendar";
import type { Dice } from "./dice";
import type { Ids } from "./ids";
import { names } from "./names";
import { lineOf, type NotTextable, numberer } from "./phones";
import type { Kind, Program } from "./programs";
import type { Rows } from "./rows";
import type { Wave } from "./waves";

export type Language = "en" | "es";

export interface Phone {
  id: string;
  /** E.164, fictional. */
  number: string;
  notTextable: NotTextable | null;
  /** As it will stand in the database: `stoppedAt` may still change. */
  row: Rows["phones"][number];
}

export interface Member {
  id: string;
  memberNumber: string;
  firstName: string;
  lastName: string;
  language: Language;
  consent: boolean;
}

/** Who shares a phone, in the order of their ids: the unit that is randomized. */
export interface Household {
  id: string;
  program: Program;
  wave: Wave;
  arm: "outreach" | "holdout";
  language: Language;
  phone: Phone | null;
  members: Member[];
}

/** Born how many years ago. */
const ages: Record<Kind, [number, number]> = {
  prenatal: [18, 41],
  well_child: [2, 17],
  vaccination: [2, 13],
};

/** Everybody whom the plan supplied, with phones and consents: `count` members of made-up households. */
export function addHouseholds(
  rows: Rows,
  { programs, count, ids, dice }: { programs: Program[]; count: number; ids: Ids; dice: Dice },
): Household[] {
  const nextNumber = numberer();
  const households: Household[] = [];
  let supplied = 0;
  for (const program of programs)
    for (const wave of program.waves) {
      const until = supplied + Math.round(count * program.plan.share * wave.share);
      while (supplied < until) {
        const size = Math.min(until - supplied, dice.yes(0.9) ? 1 : dice.yes(0.8) ? 2 : 3);
        const household = newHousehold(program, wave, { size, supplied, ids, dice, nextNumber });
        addRows(rows, household, ids, dice);
        households.push(household);
        supplied += size;
      }
    }
  return households;
}

function newHousehold(
  program: Program,
  wave: Wave,
  from: { size: number; supplied: number; ids: Ids; dice: Dice; nextNumber: ReturnType<typeof numberer> },
): Household {
  const { size, supplied, ids, dice, nextNumber } = from;
  const language = dice.yes(0.3) ? "es" : "en";
  const { women, men, last } = names[language];
  const lastName = dice.pick(last);
  const notTextable = lineOf(dice);
  const members = Array.from({ length: size }, (_, i) => ({
    id: ids.at(wave.suppliedAt + supplied + i),
    memberNumber: `DM${100_001 + (supplied + i) * 7}`,
    firstName: dice.pick(program.plan.kind === "prenatal" || dice.yes(0.5) ? women : men),
    lastName,
    language: language as Language,
    consent: dice.yes(0.93),
  }));
  const arm = dice.yes(0.15) ? "holdout" : "outreach";
  const phone = dice.yes(0.98) ? newPhone(wave, nextNumber(notTextable), { notTextable, ids, dice }) : null;
  return { id: ids.random(), program, wave, arm, language, phone, members };
}

function newPhone(
  { suppliedAt }: Wave,
  number: string,
  { notTextable, ids, dice }: { notTextable: NotTextable | null; ids: Ids; dice: Dice },
): Phone {
  const id = ids.at(suppliedAt);
  // Some told the carrier, before the pilot began, that they want no texts.
  const stoppedAt = dice.yes(0.008) ? new Date(suppliedAt - dice.between(1, 40) * 24 * hours) : null;
  const row = {
    ...{ id, notTextable, stoppedAt: notTextable ? null : stoppedAt, createdAt: new Date(suppliedAt) },
    number: seal("phones.number", id, number),
    numberIndex: phoneIndex(number),
  };
  return { id, number, notTextable, row };
}

function addRows(rows: Rows, { program, wave, phone, members }: Household, ids: Ids, dice: Dice): void {
  const addedAt = new Date(wave.suppliedAt);
  if (phone) {
    rows.phones.push(phone.row);
    const { stoppedAt } = phone.row;
    if (stoppedAt)
      rows.stops.push({ phoneId: phone.id, id: ids.at(stoppedAt.getTime()), source: "carrier", stoppedAt });
  }
  for (const { id, memberNumber, firstName, lastName, language, consent } of members) {
    const [youngest, oldest] = ages[program.plan.kind];
    const year = addedAt.getUTCFullYear() - dice.whole(youngest, oldest);
    const month = dice.whole(1, 12);
    const birthDate = `${year}-${String(month).padStart(2, "0")}-${String(dice.whole(1, 28)).padStart(2, "0")}`;
    const zip3 = dice.pick(["100", "104", "112", "606", "770"]);
    const name = `${firstName} ${lastName}`;
    rows.patients.push({
      ...{ id, birthYear: year, birthMonth: month, language, zip3, createdAt: addedAt, updatedAt: addedAt },
      memberNumber: seal("patients.member_number", id, memberNumber),
      memberIndex: memberIndex(memberNumber),
      name: seal("patients.name", id, name),
      birthDate: seal("patients.birth_date", id, birthDate),
      rowDigest: rowDigest(JSON.stringify([memberNumber, name, birthDate, language, zip3])),
    });
    rows.programPatients.push({ programId: program.id, patientId: id, addedAt });
    if (!phone) continue;
    const link = { patientId: id, phoneId: phone.id };
    rows.patientPhones.push({ ...link, relationship: "self", validFrom: addedAt });
    if (consent)
      rows.consents.push({
        ...{ ...link, id: ids.at(wave.suppliedAt), given: true, basis: "roster", recordedAt: addedAt },
      });
  }
}
