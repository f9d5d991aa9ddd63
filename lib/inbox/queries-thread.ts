import { and, eq, sql } from "drizzle-orm";
import { phones, programs, threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { auditReading } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/ids";
import { actionsOf } from "@/lib/outcomes/queries";
import { recordsOfAll } from "@/lib/patients/merged-records";
import { patientsOnPhone } from "@/lib/patients/queries";
import { windowsOf } from "@/lib/patients/queries-windows";
import { open } from "@/lib/phi/seal";
import { hoursOf } from "@/lib/programs/staffed-hours";
import { secondsLeft, untilOf } from "./presence";
import { putOffTimes } from "./put-off-times";
import { lastContactIn } from "./queries-contact";
import { whoIs } from "./queries-people";
import { openSuggestionOf } from "./queries-suggestion";
import { holderAtWork } from "./thread-reach";
import { newestPart } from "./timeline";
import type { Disposition, ThreadDetail, ThreadPatient } from "./types";

/** One conversation with everything beside it. Reading it is audited. Throws NotFound. */
export async function threadDetail(ctx: Ctx, threadId: string): Promise<ThreadDetail> {
  authorize(ctx, "thread.read");
  if (!isId(threadId)) throw new NotFound();
  const [thread] = await ctx.db
    .select({
      id: threads.id,
      phoneId: threads.phoneId,
      lastInboundId: threads.lastInboundId,
      waitingSince: threads.waitingSince,
      claimedBy: threads.claimedBy,
      claimer: sql<string | null>`(${holderAtWork(ctx)})`,
      secondsLeft,
      snoozedUntil: threads.snoozedUntil,
      closedAt: threads.closedAt,
      disposition: threads.disposition,
      number: phones.number,
      stoppedAt: phones.stoppedAt,
      reassignedAt: phones.reassignedAt,
      program: {
        id: programs.id,
        name: programs.name,
        brand: programs.brand,
        desiredAction: programs.desiredAction,
        timeZone: programs.timeZone,
        segmentCostMicros: programs.segmentCostMicros,
      },
    })
    .from(threads)
    .innerJoin(programs, eq(programs.id, threads.programId))
    .innerJoin(phones, eq(phones.id, threads.phoneId))
    .where(and(eq(threads.id, threadId), inReach(ctx, threads.programId)))
    .limit(1);
  if (!thread) throw new NotFound();

  const { reassignedAt, program } = thread;
  const part = { threadId, passedOnAt: reassignedAt };
  // Nothing of it waits for anything else: a nurse who goes from one to the next waits for the slowest alone.
  const [people, timeline, contact, openSuggestion, hours] = await Promise.all([
    peopleOn(ctx, thread.phoneId, program.id),
    newestPart(ctx, part),
    lastContactIn(ctx, threadId, reassignedAt),
    openSuggestionOf(ctx, threadId, reassignedAt),
    hoursOf(ctx.db, program.id),
    auditReading(ctx, "thread.read", threadId, { programId: program.id }),
  ]);
  const { patients, othersOutside } = people;
  const nobody = patients.length + othersOutside === 0;
  return {
    id: thread.id,
    who: whoIs(patients.map((p) => p.name)),
    program,
    phone: open("phones.number", thread.phoneId, thread.number),
    phoneId: thread.phoneId,
    passedOn: reassignedAt && { at: reassignedAt.toISOString(), canBeUndone: nobody },
    patients,
    othersOutside,
    messages: timeline.messages,
    events: timeline.events,
    earlierMessages: timeline.earlier,
    contact,
    putOffTimes: putOffTimes(hours, program.timeZone, ctx.now),
    snoozedUntil: thread.snoozedUntil?.toISOString() ?? null,
    lastInboundId: thread.lastInboundId,
    waitingSince: thread.waitingSince?.toISOString() ?? null,
    claim: thread.claimer
      ? {
          ...{ name: thread.claimer, mine: thread.claimedBy === ctx.actor.userId },
          until: untilOf(ctx, thread.secondsLeft),
        }
      : null,
    closed: thread.closedAt ? (thread.disposition as Disposition) : null,
    openSuggestion,
    stoppedAt: thread.stoppedAt?.toISOString() ?? null,
    now: ctx.now.toISOString(),
  };
}

/** The patients of the caller's programs on a phone, with what is due for them and what they did. */
async function peopleOn(
  ctx: Ctx,
  phoneId: string,
  programId: string,
): Promise<{ patients: ThreadPatient[]; othersOutside: number }> {
  const { patients, othersOutside } = await patientsOnPhone(ctx, phoneId);
  const ids = patients.map(({ id }) => id);
  const [records, windows] = await Promise.all([recordsOfAll(ctx, ids), windowsOf(ctx, ids)]);
  const actions = await actionsOf(ctx, programId, [...records.values()].flat());
  return {
    othersOutside,
    patients: patients.map((patient) => ({
      ...patient,
      due: (windows.get(patient.id) ?? []).slice(0, 3),
      actions: (records.get(patient.id) ?? []).flatMap((id) => actions.get(id) ?? []),
    })),
  };
}
