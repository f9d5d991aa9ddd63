import { eq } from "drizzle-orm";
import { programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import type { LimitOutreachInput } from "./inputs";
import { type OutreachRules, outreachBounds, rulesSeen } from "./types";

export const outreachColumns = {
  opens: programs.textingOpens,
  closes: programs.textingCloses,
  sundays: programs.textsOnSundays,
  perDay: programs.outreachPerDay,
  perWeek: programs.outreachPerWeek,
};

/** PostgreSQL tells times with their seconds, forms without. */
export const rulesOf = (row: OutreachRules): OutreachRules => ({
  ...row,
  opens: row.opens.slice(0, 5),
  closes: row.closes.slice(0, 5),
});

/**
 * Sets when and how often a program's outreach may go; texts that wait are held against it when they are due. `seen`
 * is what the form was filled in against: Conflict when that has changed meanwhile.
 */
export async function limitOutreach(
  ctx: Ctx,
  { programId, seen, ...wanted }: LimitOutreachInput,
): Promise<void> {
  authorize(ctx, "program.limit");
  if (!isWithinBounds(wanted)) throw new Invalid("These limits are wider than any program may have.");

  await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    const [row] = await tx.db
      .select(outreachColumns)
      .from(programs)
      .where(eq(programs.id, programId))
      .limit(1)
      .for("no key update");
    if (!row) throw new NotFound();
    const old = rulesOf(row);
    if (rulesSeen(old) !== seen)
      throw new Conflict(
        "Somebody else changed these limits while you chose. Nothing was saved: look again, then choose.",
      );
    if (rulesSeen(old) === rulesSeen(wanted)) return;

    await tx.db
      .update(programs)
      .set({
        textingOpens: wanted.opens,
        textingCloses: wanted.closes,
        textsOnSundays: wanted.sundays,
        outreachPerDay: wanted.perDay,
        outreachPerWeek: wanted.perWeek,
      })
      .where(eq(programs.id, programId));
    await audit(tx, "program.limited", { programId, from: inWords(old), to: inWords(wanted) });
    await record(tx, { kind: "program.changed", programId });
  });
}

const isWithinBounds = ({ opens, closes, perDay, perWeek }: OutreachRules): boolean =>
  opens >= outreachBounds.opens &&
  closes <= outreachBounds.closes &&
  opens < closes &&
  perDay >= 1 &&
  perDay <= outreachBounds.perDay &&
  perWeek >= perDay &&
  perWeek <= outreachBounds.perWeek;

const inWords = ({ opens, closes, sundays, perDay, perWeek }: OutreachRules): string =>
  `${opens} to ${closes}${sundays ? ", Sundays too" : ""}; ${perDay} in a day, ${perWeek} in a week`;
