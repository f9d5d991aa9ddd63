import { and, desc, eq, inArray } from "drizzle-orm";
import { actions, programs, touches } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { recordsOf } from "@/lib/patients/merged-records";
import { requirePatient } from "@/lib/patients/patient-reach";
import type { PatientAction, PatientTouch } from "./types";

const most = 200;

/** What a patient did, in the caller's programs, newest first. */
export async function actionsOfPatient(ctx: Ctx, patientId: string): Promise<PatientAction[]> {
  authorize(ctx, "patient.read");
  await requirePatient(ctx, patientId);
  return ctx.db
    .select({
      id: actions.id,
      occurredOn: actions.occurredOn,
      source: actions.source,
      code: actions.code,
      action: programs.desiredAction,
      program: programs.name,
    })
    .from(actions)
    .innerJoin(programs, eq(programs.id, actions.programId))
    .where(and(inArray(actions.patientId, await recordsOf(ctx, patientId)), inReach(ctx, actions.programId)))
    .orderBy(desc(actions.occurredOn), desc(actions.id))
    .limit(most);
}

/** How a patient was contacted otherwise than by texts, in the caller's programs, newest first. */
export async function touchesOf(ctx: Ctx, patientId: string): Promise<PatientTouch[]> {
  authorize(ctx, "patient.read");
  await requirePatient(ctx, patientId);
  return ctx.db
    .select({
      id: touches.id,
      occurredOn: touches.occurredOn,
      channel: touches.channel,
      reached: touches.reached,
      program: programs.name,
    })
    .from(touches)
    .innerJoin(programs, eq(programs.id, touches.programId))
    .where(and(inArray(touches.patientId, await recordsOf(ctx, patientId)), inReach(ctx, touches.programId)))
    .orderBy(desc(touches.occurredOn), desc(touches.id))
    .limit(most);
}
