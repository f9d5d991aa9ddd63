import { type Calendar, closes, minutes, opens, zone } from "./calendar";
import { note } from "./history";
import type { Ids } from "./ids";
import { newSupply } from "./rosters";
import type { Rows } from "./rows";
import type { Staff } from "./staff";
import { addWave, dayWords, type Wave } from "./waves";

const numbers = ["+13155550100", "+15185550100", "+16075550100"];
const freeNumbers = ["+17165550100", "+15855550100"];
export const brand = "Valley Care";
export const segmentCostMicros = 7_500;
const windowDays = 30;

export type Kind = "prenatal" | "well_child" | "vaccination";

/** `acts` is the share that acts anyway, `persuadable` the share of the others whom a text moves. */
const plans = [
  {
    kind: "prenatal",
    name: "Prenatal visits",
    desiredAction: "Came to a prenatal visit",
    share: 0.3,
    acts: 0.245,
    persuadable: 0.13,
    daysAgo: [70, 49, 35, 2],
  },
  {
    kind: "well_child",
    name: "Well-child visits",
    desiredAction: "Came to a well-child visit",
    share: 0.45,
    acts: 0.24,
    persuadable: 0.11,
    daysAgo: [67, 53, 34, 1],
  },
  {
    kind: "vaccination",
    name: "Vaccinations",
    desiredAction: "Came to a vaccination that was due",
    share: 0.25,
    acts: 0.38,
    persuadable: 0.003,
    daysAgo: [63, 42, 6],
  },
] as const satisfies readonly {
  kind: Kind;
  name: string;
  desiredAction: string;
  share: number;
  acts: number;
  persuadable: number;
  daysAgo: readonly number[];
}[];

export interface Program {
  id: string;
  plan: (typeof plans)[number];
  senderId: string;
  sender: string;
  waves: Wave[];
}

/** Our numbers, which the admin adds, and the programs that the manager then creates. `since`: when the first is added. */
export function addPrograms(
  rows: Rows,
  ids: Ids,
  { calendar, staff, since }: { calendar: Calendar; staff: Staff; since: number },
): Program[] {
  const senders = [...numbers, ...freeNumbers].map((number, i) => {
    const at = since + i * 2 * minutes;
    const sender = { id: ids.at(at), kind: "10dlc" as const, segmentsPerSecond: 10 };
    rows.senders.push({ ...sender, number, programId: null, createdAt: new Date(at) });
    rows.pace.push({ key: sender.id, perSecond: 10, tokens: 10, refilledAt: new Date(at) });
    const { id: senderId, ...how } = sender;
    note(rows, ids, "sender.added", { at, by: staff.admin, senderId, ...how });
    return { id: senderId, number };
  });
  return plans.map((plan, i) => {
    const first = calendar.weekdayUpTo(calendar.today - plan.daysAgo[0]);
    const at = calendar.at(calendar.weekdayUpTo(first - 5), 11, i);
    const sender = senders[i] ?? { id: "", number: "" };
    const program: Program = {
      ...{ id: ids.at(at), plan, waves: [] },
      ...{ senderId: sender.id, sender: sender.number },
    };
    found(rows, ids, program, { at, staff, nextDay: calendar.at(calendar.weekdayUpTo(first - 1), 9, i) });
    const row = rows.senders[i];
    if (row) row.programId = program.id;

    const shares = plan.daysAgo.length === 4 ? [0.3, 0.3, 0.28, 0.12] : [0.45, 0.4, 0.15];
    for (const [n, daysAgo] of plan.daysAgo.entries()) {
      const day = calendar.weekdayUpTo(calendar.today - daysAgo);
      const isCorrected = n === 0 || n === plan.daysAgo.length - 1;
      const wave = addWave(rows, ids, program, {
        name: `Wave ${n + 1}, ${dayWords(calendar.dateOf(day))}`,
        share: shares[n] ?? 0,
        supply: newSupply(ids, calendar, program, { day, minute: 4 + 7 * i, isCorrected }),
        launchedAt: calendar.at(day, 10, 20 + 5 * i),
        manager: staff.manager,
      });
      program.waves.push(wave);
    }
    return program;
  });
}

/** The manager creates it with one nurse, and adds the other before the first texts go out. */
function found(
  rows: Rows,
  ids: Ids,
  { id: programId, plan, senderId }: Program,
  { at, staff, nextDay }: { at: number; staff: Staff; nextDay: number },
): void {
  const { manager, reviewer, nurses } = staff;
  const { name, desiredAction } = plan;
  rows.programs.push({
    ...{ id: programId, name, brand, desiredAction, windowDays, timeZone: zone, segmentCostMicros },
    createdBy: manager,
    createdAt: new Date(at),
  });
  note(rows, ids, "program.created", { at, by: manager, programId, senderId, windowDays });
  for (const weekday of [1, 2, 3, 4, 5])
    rows.staffedHours.push({ programId, weekday, opens: `${opens}:00`, closes: `${closes}:00` });
  for (const [userId, addedAt] of [
    [manager, at],
    [nurses[0], at],
    [nurses[1], nextDay],
    [reviewer, nextDay],
  ] as const) {
    rows.programMembers.push({ userId, programId, addedAt: new Date(addedAt) });
    note(rows, ids, "program.staffed", { at: addedAt, by: manager, programId, userId, change: "added" });
  }
}
