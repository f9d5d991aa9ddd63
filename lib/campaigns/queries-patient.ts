import { and, desc, eq, inArray } from "drizzle-orm";
import { campaigns, enrollmentSteps, enrollments, programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { recordsOf } from "@/lib/patients/merged-records";
import { requirePatient } from "@/lib/patients/patient-reach";
import { holdout, type PatientEnrollment } from "./types";

const mostEnrollments = 100;

/** The campaigns of the caller's programs that a patient is or was in, and what became of it, newest first. */
export async function enrollmentsOf(ctx: Ctx, patientId: string): Promise<PatientEnrollment[]> {
  authorize(ctx, "patient.read");
  await requirePatient(ctx, patientId);
  const rows = await ctx.db
    .select({
      campaignId: campaigns.id,
      campaign: campaigns.name,
      program: programs.name,
      enrolledAt: enrollments.enrolledAt,
      arm: enrollments.arm,
      excluded: enrollments.excluded,
      step: enrollmentSteps.step,
      sentAt: enrollmentSteps.sentAt,
      deliveredAt: enrollmentSteps.deliveredAt,
      failedAt: enrollmentSteps.failedAt,
      failure: enrollmentSteps.failure,
      repliedAt: enrollmentSteps.repliedAt,
      stoppedAt: enrollmentSteps.stoppedAt,
    })
    .from(enrollments)
    .innerJoin(campaigns, eq(campaigns.id, enrollments.campaignId))
    .innerJoin(programs, eq(programs.id, enrollments.programId))
    .leftJoin(
      enrollmentSteps,
      and(
        eq(enrollmentSteps.campaignId, enrollments.campaignId),
        eq(enrollmentSteps.patientId, enrollments.patientId),
      ),
    )
    .where(
      and(
        inReach(ctx, enrollments.programId),
        inArray(enrollments.patientId, await recordsOf(ctx, patientId)),
      ),
    )
    .orderBy(desc(enrollments.enrolledAt), desc(campaigns.id), desc(enrollmentSteps.step))
    .limit(mostEnrollments);
  return rows.map(({ arm, excluded, ...row }) => ({
    ...row,
    // Of the arm that is not texted, chance is the reason, whatever else would have been one.
    excluded: arm === holdout ? holdout : excluded,
    enrolledAt: row.enrolledAt.toISOString(),
    ...{ sentAt: iso(row.sentAt), deliveredAt: iso(row.deliveredAt), failedAt: iso(row.failedAt) },
    ...{ repliedAt: iso(row.repliedAt), stoppedAt: iso(row.stoppedAt) },
  }));
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
