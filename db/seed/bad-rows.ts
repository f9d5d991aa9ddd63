import type { RejectCode } from "@/lib/rosters/types";
import type { Dice } from "./dice";
import { names } from "./names";

/** A row as people see it, whether or not it can be imported. */
export interface ShownRow {
  memberNumber: string;
  name: string;
  /** E.164, or what stood there where that cannot be read. */
  phone: string;
  language: string;
}

const defects = {
  missing_birth_date: 0.34,
  unreadable_birth_date: 0.14,
  unreadable_phone: 0.24,
  damaged_phone: 0.14,
  several_phones: 0.08,
  missing_member: 0.06,
} as const satisfies Partial<Record<RejectCode, number>>;

/** The same row, as somebody got it wrong. */
export function spoil(row: ShownRow, dice: Dice): { shown: ShownRow; reason: RejectCode } {
  const drawn = dice.weighted(defects);
  const reason = row.phone === "" && drawn.endsWith("_phone") ? "missing_birth_date" : drawn;
  return { shown: { ...row, ...spoilt(row, reason, dice.whole(0, 9)) }, reason };
}

function spoilt({ phone }: ShownRow, reason: keyof typeof defects, digit: number): Partial<ShownRow> {
  const [area, line] = [phone.slice(2, 5), phone.slice(8)];
  if (reason === "unreadable_phone") return { phone: `${area}-555-${line.slice(0, 3)}` };
  if (reason === "damaged_phone") return { phone: `${area[0]}.${area.slice(1)}56E+09` };
  if (reason === "several_phones") return { phone: `${area}-555-${line} / ${area}-555-019${digit}` };
  return reason === "missing_member" ? { memberNumber: "" } : {};
}

/** Somebody whom only a bad row names: they never became a member. */
export function strangerOf(n: number, dice: Dice): ShownRow {
  const language = dice.yes(0.3) ? "es" : "en";
  const { women, men, last } = names[language];
  return {
    memberNumber: `DM${900_001 + n * 11}`,
    name: `${dice.pick(dice.yes(0.5) ? women : men)} ${dice.pick(last)}`,
    phone: `+1212555${String(dice.whole(100, 199)).padStart(4, "0")}`,
    language,
  };
}
