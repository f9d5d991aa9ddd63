import { and, asc, eq, gte } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { closedDays } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import type { CloseDayInput, OpenDayInput } from "./inputs";
import type { ClosedDay } from "./types";

const mostShown = 100;

/** The program's closed days from today on, the next one first. `zone` is the program's. */
export async function closedDaysOf(ctx: Ctx, programId: string, zone: string): Promise<ClosedDay[]> {
  const today = Temporal.Instant.fromEpochMilliseconds(ctx.now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  return ctx.db
    .select({ day: closedDays.day, name: closedDays.name })
    .from(closedDays)
    .where(and(eq(closedDays.programId, programId), gte(closedDays.day, today.toString())))
    .orderBy(asc(closedDays.day))
    .limit(mostShown);
}

/** Nobody answers on that day: no wait runs on it, and texts get the answer for after hours. Throws Conflict when it is one. */
export async function closeDay(ctx: Ctx, { programId, day, name }: CloseDayInput): Promise<void> {
  authorize(ctx, "program.target");
  await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    const [closed] = await tx.db
      .insert(closedDays)
      .values({ programId, day, name })
      .onConflictDoNothing()
      .returning({ day: closedDays.day });
    if (!closed) throw new Conflict("That day is closed already.");
    await audit(tx, "program.targeted", { programId, day, change: "closed" });
    await record(tx, { kind: "program.changed", programId });
  });
}

/** People answer on that day after all. Throws Conflict when it is open already. */
export async function openDay(ctx: Ctx, { programId, day }: OpenDayInput): Promise<void> {
  authorize(ctx, "program.target");
  await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    const [opened] = await tx.db
      .delete(closedDays)
      .where(and(eq(closedDays.programId, programId), eq(closedDays.day, day)))
      .returning({ day: closedDays.day });
    if (!opened) throw new Conflict("That day is open already.");
    await audit(tx, "program.targeted", { programId, day, change: "opened" });
    await record(tx, { kind: "program.changed", programId });
  });
}
