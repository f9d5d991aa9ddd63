import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { actions, programPatients, programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction, userIdOf } from "@/lib/context";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import type { RecordActionInput } from "./inputs";
import { daysBack } from "./types";

/**
 * Notes that a patient did what the program is for. The day is one of the program's zone.
 * Throws Invalid for a day to come or long past, Conflict when this day and source are recorded already.
 */
export async function recordAction(
  ctx: Ctx,
  { programId, patientId, occurredOn, source }: RecordActionInput,
): Promise<void> {
  authorize(ctx, "action.record");

  await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    checkDay(occurredOn, today(tx, await zoneOfPatientsProgram(tx, programId, patientId)));

    const [added] = await tx.db
      .insert(actions)
      .values({
        id: newId(),
        programId,
        patientId,
        occurredOn,
        source,
        recordedBy: userIdOf(tx),
        recordedAt: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: actions.id });
    if (!added) throw new Conflict("This is already recorded for that day. Nothing was added.");

    await audit(tx, "action.recorded", { programId, patientId, actionId: added.id, source });
    await record(tx, { kind: "action.recorded", programId, patientId });
  });
}

async function zoneOfPatientsProgram(tx: Ctx, programId: string, patientId: string): Promise<string> {
  const [found] = await tx.db
    .select({ zone: programs.timeZone })
    .from(programPatients)
    .innerJoin(programs, eq(programs.id, programPatients.programId))
    .where(and(eq(programPatients.programId, programId), eq(programPatients.patientId, patientId)))
    .limit(1);
  if (!found) throw new NotFound("We could not find that patient in this program.");
  return found.zone;
}

const today = (tx: Ctx, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(tx.now.getTime()).toZonedDateTimeISO(zone).toPlainDate();

function checkDay(occurredOn: string, now: Temporal.PlainDate): void {
  // Days as ISO writes them sort as text.
  if (occurredOn > now.toString()) refuse("This day is still to come. Record it once it has happened.");
  if (occurredOn < now.subtract({ days: daysBack }).toString())
    refuse("This day is more than a year ago. Check the year.");
}

function refuse(sentence: string): never {
  throw new Invalid(sentence, { occurredOn: [sentence] });
}
