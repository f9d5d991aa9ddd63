import { type Calendar, closes, opens, zone } from "./calendar";
import type { Ids } from "./ids";
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

export function addPrograms(rows: Rows, ids: Ids, calendar: Calendar, staff: Staff): Program[] {
  const programs = plans.map((plan, i) => {
    const since = calendar.at(calendar.weekdayUpTo(calendar.today - plan.daysAgo[0]) - 5, 11, i);
    const createdAt = new Date(since);
    const program: Program = {
      id: ids.at(since),
      plan,
      senderId: ids.at(since + 1_000),
      sender: numbers[i] ?? "",
      waves: [],
    };
    const { name, desiredAction } = plan;
    rows.programs.push({
      ...{ id: program.id, name, brand, desiredAction, windowDays, timeZone: zone, segmentCostMicros },
      createdBy: staff.manager,
      createdAt,
    });
    for (const weekday of [1, 2, 3, 4, 5])
      rows.staffedHours.push({
        programId: program.id,
        weekday,
        opens: `${opens}:00`,
        closes: `${closes}:00`,
      });
    for (const userId of [...staff.nurses, staff.manager])
      rows.programMembers.push({ userId, programId: program.id, addedAt: createdAt });
    addSender(rows, program.senderId, { number: program.sender, programId: program.id, createdAt });
    const shares = plan.daysAgo.length === 4 ? [0.3, 0.3, 0.28, 0.12] : [0.45, 0.4, 0.15];
    program.waves = plan.daysAgo.map((daysAgo, n) => {
      const day = calendar.weekdayUpTo(calendar.today - daysAgo);
      return addWave(rows, ids, program, {
        name: `Wave ${n + 1}, ${dayWords(calendar.dateOf(day))}`,
        share: shares[n] ?? 0,
        launchedAt: calendar.at(day, 10, 20 + 5 * i),
        manager: staff.manager,
      });
    });
    return program;
  });
  const earliest = Math.min(...programs.flatMap(({ waves }) => waves.map(({ suppliedAt }) => suppliedAt)));
  for (const number of freeNumbers)
    addSender(rows, ids.at(earliest), { number, programId: null, createdAt: new Date(earliest) });
  return programs;
}

function addSender(
  rows: Rows,
  id: string,
  sender: { number: string; programId: string | null; createdAt: Date },
): void {
  rows.senders.push({ id, kind: "10dlc", segmentsPerSecond: 10, ...sender });
  rows.pace.push({ key: id, perSecond: 10, tokens: 10, refilledAt: sender.createdAt });
}
