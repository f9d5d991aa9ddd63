import { readState, readZip } from "./cells";
import { readBirthDate, readDate } from "./dates";
import type { Column } from "./types";

const phone = /^(\+?1[ .-]?)?\(?[2-9]\d\d\)?[ .-]?\d{3}[ .-]?\d{4}(\.0)?( *(x|ext)\.? *\d+)?( *\(\w+\))?$/i;
const yesOrNo = /^(y|n|yes|no|1|0|x|true|false|si|sí)$/i;
const name = /^\p{L}[\p{L}'’.-]*( \p{L}[\p{L}'’.-]*)*$/u;
const year = new Date().getUTCFullYear();

/** Tried in this order; each says whether one value looks so. */
const looks: [Column, (value: string) => boolean][] = [
  ["phone", (value) => phone.test(value)],
  ["birth_date", (value) => isLongAgo(readBirthDate(value, `${year}-12-31`)?.date)],
  ["consent", (value) => yesOrNo.test(value)],
  ["full_name", (value) => /^\p{L}[\p{L}' .-]+, ?\p{L}[\p{L}' .-]+$/u.test(value)],
  ["zip", (value) => /^\d{5}(-\d{4})?$/.test(value) && readZip(value) !== null],
  ["state", (value) => /^[A-Z]{2}$/.test(value) && readState(value) !== undefined],
  ["member_id", (value) => /^(?=.*\d)[A-Z0-9-]{5,20}$/i.test(value)],
];

const isLongAgo = (date: string | undefined) => date !== undefined && Number(date.slice(0, 4)) < year;

/** What a column seems to be by what stands in it: nearly all of at least three values must look so. */
export function columnOfSamples(
  values: readonly string[],
  isTaken: (column: Column) => boolean,
): Column | undefined {
  const said = values.filter((value) => value !== "");
  if (said.length < 3) return undefined;
  const isLike = (test: (value: string) => boolean) => said.filter(test).length >= said.length * 0.8;
  return looks.find(([column, test]) => {
    if (isTaken(column) || !isLike(test)) return false;
    // Numbers of members are nearly each another; a code that repeats is something else.
    return column !== "member_id" || new Set(said).size >= said.length * 0.8;
  })?.[0];
}

/** Whether a first line is a patient already: a heading has neither phones nor dates. */
export const looksLikeData = (cells: readonly string[]): boolean =>
  cells.some((cell) => phone.test(cell.trim()) || readDate(cell.trim()) !== undefined) &&
  cells.some((cell) => name.test(cell.trim()) || /, /.test(cell));
