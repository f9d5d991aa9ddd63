import { inArray } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { measures, measureWindows } from "@/db/schema";
import type { Ctx } from "@/lib/context";

type Measure = typeof measures.$inferSelect;

/** The days that a patient's windows are counted from, each YYYY-MM-DD. */
export interface Anchors {
  patientId: string;
  birthDate: string;
  dueDate: string | null;
  childBirthDate: string | null;
}

const mostMeasures = 500;

/**
 * Writes the windows of these patients anew, at most 500 of them: only where their days are unsealed can they be
 * counted. A day that is not known any more takes its windows with it. The caller holds the patients' rows locked.
 */
export async function writeMeasureWindows(tx: Ctx, people: readonly Anchors[]): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ patientId }) => patientId);
  const rules = await tx.db.select().from(measures).orderBy(measures.id).limit(mostMeasures);
  await tx.db.delete(measureWindows).where(inArray(measureWindows.patientId, ids));
  const windows = people.flatMap((person) =>
    rules.flatMap((rule) => {
      const window = windowOf(rule, person);
      return window ? [{ patientId: person.patientId, measureId: rule.id, ...window }] : [];
    }),
  );
  if (windows.length > 0) await tx.db.insert(measureWindows).values(windows).onConflictDoNothing();
}

/** In whole months; null without the day that it counts from, or where it is never open in the measure's year. */
export function windowOf(rule: Measure, person: Anchors): { opensOn: string; closesOn: string } | null {
  const day = dayOf(rule, person);
  if (!day) return null;
  const anchor = Temporal.PlainDate.from(day);
  const at = (months: number, days: number) => anchor.add({ months }).add({ days }).toString();
  const [first, last] = [`${rule.year}-01-01`, `${rule.year}-12-31`];
  const opens = at(rule.opensMonths, rule.opensDays);
  const closes = at(rule.closesMonths, rule.closesDays);
  if (opens > last || closes < first) return null;
  // Of a yearly one, the measure's own year.
  const opensOn = rule.yearly && opens < first ? first : opens;
  const closesOn = rule.yearly && closes > last ? last : closes;
  return { opensOn: `${opensOn.slice(0, 8)}01`, closesOn: lastOfMonth(closesOn) };
}

function dayOf({ anchor }: Measure, { birthDate, dueDate, childBirthDate }: Anchors): string | null {
  if (anchor === "birth") return birthDate;
  return anchor === "due" ? dueDate : childBirthDate;
}

function lastOfMonth(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString();
}
