import { and, asc, desc, eq, gt, inArray, isNotNull, lte } from "drizzle-orm";
import { messages, patientPhones, phones, programs, threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { auditReading } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import type { MessageState, Purpose } from "@/lib/messaging/types";
import { recordsOf } from "@/lib/patients/merged-records";
import { requirePatient } from "@/lib/patients/patient-reach";
import { passedOnBefore } from "@/lib/patients/reassignment";
import { open } from "@/lib/phi/seal";
import type { EarlierPart } from "./types";

const textsShown = 200;

/**
 * What was written over a number while it was this patient's, before it passed to somebody else: for those who have the
 * patient in reach, and of their programs' conversations only. Reading it is audited. Throws NotFound.
 */
export async function earlierTexts(ctx: Ctx, patientId: string): Promise<EarlierPart[]> {
  authorize(ctx, "thread.read");
  const [shared] = await requirePatient(ctx, patientId);
  const parts: EarlierPart[] = [];
  for (const link of await passedOnLinks(ctx, await recordsOf(ctx, patientId))) {
    const since = await passedOnBefore(ctx, link.phoneId, link.until);
    for (const thread of await threadsOn(ctx, link.phoneId)) {
      const texts = await textsOf(ctx, thread.id, since, link.until);
      if (texts.length === 0) continue;
      parts.push({
        threadId: thread.id,
        ...{ phone: open("phones.number", link.phoneId, link.number), program: thread.program },
        ...{ until: link.until.toISOString(), timeZone: shared.timeZone },
        ...{ texts: texts.slice(0, textsShown).reverse(), more: texts.length > textsShown },
      });
    }
  }
  if (parts.length > 0)
    await auditReading(ctx, "phone.earlier-read", patientId, { programId: shared.id, patientId });
  return parts;
}

async function passedOnLinks(ctx: Ctx, patientIds: string[]) {
  const links = await ctx.db
    .selectDistinctOn([patientPhones.validUntil, patientPhones.phoneId], {
      phoneId: patientPhones.phoneId,
      number: phones.number,
      until: patientPhones.validUntil,
    })
    .from(patientPhones)
    .innerJoin(phones, eq(phones.id, patientPhones.phoneId))
    .where(
      and(
        inArray(patientPhones.patientId, patientIds),
        eq(patientPhones.ending, "reassigned"),
        isNotNull(patientPhones.validUntil),
      ),
    )
    .orderBy(desc(patientPhones.validUntil), asc(patientPhones.phoneId))
    .limit(20);
  return links.flatMap(({ until, ...link }) => (until ? [{ ...link, until }] : []));
}

const threadsOn = (ctx: Ctx, phoneId: string) =>
  ctx.db
    .select({ id: threads.id, programId: threads.programId, program: programs.name })
    .from(threads)
    .innerJoin(programs, eq(programs.id, threads.programId))
    .where(and(eq(threads.phoneId, phoneId), inReach(ctx, threads.programId)))
    .orderBy(asc(programs.name), asc(threads.id))
    .limit(20);

/** Newest first, one more than is shown. */
async function textsOf(
  ctx: Ctx,
  threadId: string,
  since: Date | null,
  until: Date,
): Promise<EarlierPart["texts"]> {
  const rows = await ctx.db
    .select({
      id: messages.id,
      direction: messages.direction,
      purpose: messages.purpose,
      state: messages.state,
      body: messages.body,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, threadId),
        lte(messages.createdAt, until),
        since ? gt(messages.createdAt, since) : undefined,
      ),
    )
    .orderBy(desc(messages.id))
    .limit(textsShown + 1);
  return rows.map(({ body, createdAt, purpose, state, ...row }) => ({
    ...{ ...row, purpose: purpose as Purpose | null, state: state as MessageState },
    ...{ body: open("messages.body", row.id, body), at: createdAt.toISOString() },
  }));
}
