import { and, eq } from "drizzle-orm";
import { threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/ids";
import { textingAnswers } from "@/lib/messaging/may-text";
import { consentsOnPhone } from "@/lib/patients/queries-consent";
import type { ConsentState } from "@/lib/patients/types";

export interface PatientTexting {
  consent: ConsentState | null;
  /** Whether texts may go to them on this phone now, in one sentence; null where it was not asked. */
  sentence: string | null;
}

// Asked for each patient by itself, and a conversation has to open fast.
const mostAsked = 5;

/** What stands on file for the patients of a conversation, and whether they may be texted on its phone now. */
export async function textingBeside(
  ctx: Ctx,
  threadId: string,
  patientIds: readonly string[],
): Promise<Map<string, PatientTexting>> {
  authorize(ctx, "thread.read");
  if (!isId(threadId)) throw new NotFound();
  const [thread] = await ctx.db
    .select({ phoneId: threads.phoneId, programId: threads.programId })
    .from(threads)
    .where(and(eq(threads.id, threadId), inReach(ctx, threads.programId)))
    .limit(1);
  if (!thread) throw new NotFound();

  const consents = await consentsOnPhone(ctx, thread.phoneId, patientIds);
  const sentences = await Promise.all(
    patientIds.slice(0, mostAsked).map((patientId) => sentenceFor(ctx, patientId, thread)),
  );
  return new Map(
    patientIds.map((id, i) => [id, { consent: consents.get(id) ?? null, sentence: sentences[i] ?? null }]),
  );
}

/** What holds back a reply holds back everything; where a reply may go, campaigns are the question. */
async function sentenceFor(
  ctx: Ctx,
  patientId: string,
  { phoneId, programId }: { phoneId: string; programId: string },
): Promise<string | null> {
  const answers = (await textingAnswers(ctx, patientId)).filter(
    (answer) => answer.phoneId === phoneId && answer.programId === programId,
  );
  const reply = answers.find((answer) => answer.purpose === "reply");
  if (reply && !reply.may) return reply.sentence;
  const outreach = answers.find((answer) => answer.purpose === "outreach");
  if (!outreach) return reply?.sentence ?? null;
  return outreach.may ? outreach.sentence : `Campaigns: ${outreach.sentence}`;
}
