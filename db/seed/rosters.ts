import { type Calendar, minutes } from "./calendar";
import type { Ids } from "./ids";
import type { Program } from "./programs";

/** As the worker imports: so many rows at once, a batch every so many milliseconds. */
const batchRows = 650;
const batchEvery = 700;

/** A file of members. Who comes from it is found out as households are made. */
export interface Roster {
  id: string;
  fileName: string;
  uploadedAt: number;
  /** When somebody said yes to it. */
  startedAt: number;
  /** How many members have come from it. */
  supplied: number;
}

/** What a wave was supplied with: its file, and in some waves a small one with rows that were wrong in the first. */
export interface Supply {
  main: Roster;
  corrected: Roster | null;
}

/** The file comes the working day before the launch, what is corrected on the morning of it. */
export function newSupply(
  ids: Ids,
  calendar: Calendar,
  { waves }: Program,
  launch: { day: number; minute: number; isCorrected: boolean },
): Supply {
  const { day, minute, isCorrected } = launch;
  const before = calendar.weekdayUpTo(day - 1);
  const date = calendar.dateOf(before);
  const month = `members-${date.slice(0, 7)}.csv`;
  const isTaken = waves.some(({ supply }) => supply.main.fileName === month);
  const roster = (fileName: string, at: number): Roster => ({
    ...{ id: ids.at(at), fileName, uploadedAt: at, startedAt: at + 9 * minutes, supplied: 0 },
  });
  return {
    main: roster(isTaken ? `members-${date}.csv` : month, calendar.at(before, 14, minute)),
    corrected: isCorrected ? roster(`members-${date}-corrected.csv`, calendar.at(day, 8, 30 + minute)) : null,
  };
}

/** When its next row is imported, and a moment for that row's id, so that ids stand in the order of the file. */
export function importNext(roster: Roster): { addedAt: number; idAt: number } {
  const addedAt = importedAt(roster, roster.supplied);
  const idAt = addedAt + (roster.supplied % batchRows);
  roster.supplied += 1;
  return { addedAt, idAt };
}

/** When the `nth` row that can be imported, from 0 on, was. */
export const importedAt = ({ startedAt }: Roster, nth: number): number =>
  startedAt + 400 + Math.floor(nth / batchRows) * batchEvery;
