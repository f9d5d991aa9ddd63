import { eq, sql } from "drizzle-orm";
import { insertOf, uuids } from "@/db/client";
import { measures, measureWindows } from "@/db/schema";
import type { Ctx } from "@/lib/context";

export type Measure = typeof measures.$inferSelect;

/** The days that windows are counted from, each YYYY-MM-DD. */
export interface Anchors {
  birthDate: string;
  dueDate?: string | null;
  childBirthDate?: string | null;
}

interface Dated {
  id: string;
  row: Anchors;
}

const anchors = ["birth", "due", "child_birth"] as const;
const mostMeasures = 500;

export const measureRules = (ctx: Ctx): Promise<Measure[]> =>
  ctx.db.select().from(measures).limit(mostMeasures);

/**
 * Writes the windows of people whose days were just unsealed: the only moment at which they can be counted. Days that
 * a row does not say leave the windows that an earlier one said.
 */
export async function writeMeasureWindows(
  tx: Ctx,
  rules: readonly Measure[],
  { added, changed }: { added: readonly Dated[]; changed: readonly Dated[] },
): Promise<void> {
  if (added.length + changed.length === 0) return;
  for (const anchor of anchors) {
    const ids = changed.filter(({ row }) => dayOf(anchor, row)).map(({ id }) => id);
    if (ids.length > 0)
      await tx.db.execute(sql`delete from measure_windows w using measures m
        where m.id = w.measure_id and m.anchor = ${anchor} and w.patient_id = any(${uuids(ids)})`);
  }
  const near = rulesNear(rules);
  const rows = [...added, ...changed].flatMap(({ id, row }) =>
    near(row).flatMap((rule) => {
      const window = windowOf(rule, row);
      return window ? [{ patientId: id, measureId: rule.id, ...window }] : [];
    }),
  );
  if (rows.length > 0) await tx.db.execute(sql`${insertOf(measureWindows, rows)} on conflict do nothing`);
}

/** The same for a record that a person changed: a day that is not known any more takes its windows with it. */
export async function rewriteMeasureWindows(tx: Ctx, person: Dated): Promise<void> {
  await tx.db.delete(measureWindows).where(eq(measureWindows.patientId, person.id));
  await writeMeasureWindows(tx, await measureRules(tx), { added: [person], changed: [] });
}

/** In whole months; null without the day that it counts from, or where it is never open in the measure's year. */
export function windowOf(rule: Measure, days: Anchors): { opensOn: string; closesOn: string } | null {
  const day = dayOf(rule.anchor, days);
  if (!day || isFar(rule, day)) return null;
  let opensOn = later(day, rule.opensMonths, rule.opensDays);
  let closesOn = later(day, rule.closesMonths, rule.closesDays);
  const [first, last] = [`${rule.year}-01-01`, `${rule.year}-12-31`];
  if (opensOn > last || closesOn < first) return null;
  // Of a yearly one, the measure's own year.
  if (rule.yearly) {
    opensOn = opensOn < first ? first : opensOn;
    closesOn = closesOn > last ? last : closesOn;
  }
  return { opensOn: `${opensOn.slice(0, 8)}01`, closesOn: lastOfMonth(closesOn) };
}

const dayOf = (anchor: Measure["anchor"], { birthDate, dueDate, childBirthDate }: Anchors) =>
  anchor === "birth" ? birthDate : anchor === "due" ? dueDate : childBirthDate;

// Most people of a file are of another age: a look at the year spares counting.
const isFar = ({ year, closesMonths, opensMonths }: Measure, day: string) => {
  const age = year - Number(day.slice(0, 4));
  return age > closesMonths / 12 + 3 || age < opensMonths / 12 - 3;
};

/** For each person the rules whose windows may be open, looked up once for each year. */
function rulesNear(rules: readonly Measure[]): (days: Anchors) => readonly Measure[] {
  const known = new Map<string, readonly Measure[]>();
  const ofYear = (anchor: Measure["anchor"], day: string) => {
    const key = `${anchor} ${day.slice(0, 4)}`;
    const near = known.get(key) ?? rules.filter((rule) => rule.anchor === anchor && !isFar(rule, day));
    known.set(key, near);
    return near;
  };
  return (days) =>
    anchors.flatMap((anchor) => {
      const day = dayOf(anchor, days);
      return day ? ofYear(anchor, day) : [];
    });
}

/** So many months later, on the month's last day where it is shorter, and then so many days. By hand: 100,000 a roster. */
function later(day: string, months: number, days: number): string {
  const counted = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(counted / 12), counted % 12];
  const date = Math.min(Number(day.slice(8)), daysOf(year, month));
  if (days === 0) return `${year}-${twoDigits(month + 1)}-${twoDigits(date)}`;
  return new Date(Date.UTC(year, month, date + days)).toISOString().slice(0, 10);
}

const twoDigits = (n: number) => `${n}`.padStart(2, "0");

/** `month` counts from 0 and may be beyond the year. */
const daysOf = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

const lastOfMonth = (day: string): string =>
  `${day.slice(0, 8)}${daysOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1)}`;
