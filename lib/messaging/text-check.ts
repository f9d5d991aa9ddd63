import { and, eq } from "drizzle-orm";
import { programs, threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/ids";
import { patientsOnPhone } from "@/lib/patients/queries";
import { checkText } from "./outgoing-text";
import type { Finding } from "./types";

export interface ReplyDraft {
  threadId: string;
  body: string;
  /** Whom it is about, when somebody said. */
  patientId: string | null;
}

/** What somebody should see before a reply leaves: it holds nothing back, and keeps and logs nothing. Throws NotFound. */
export async function checkReply(ctx: Ctx, { threadId, body, patientId }: ReplyDraft): Promise<Finding[]> {
  authorize(ctx, "text.check");
  if (!isId(threadId)) throw new NotFound();
  const [thread] = await ctx.db
    .select({
      phoneId: threads.phoneId,
      brand: programs.brand,
      linkHosts: programs.linkHosts,
      lastMessageAt: threads.lastMessageAt,
    })
    .from(threads)
    .innerJoin(programs, eq(programs.id, threads.programId))
    .where(and(eq(threads.id, threadId), inReach(ctx, threads.programId)))
    .limit(1);
  if (!thread) throw new NotFound();

  const { patients } = await patientsOnPhone(ctx, thread.phoneId);
  const isMeant = ({ id }: { id: string }) => (patientId ? id === patientId : patients.length === 1);
  return checkText(body, {
    brand: thread.brand,
    // Who answers a patient's own text need not say again who writes and how to stop.
    first: thread.lastMessageAt === null,
    now: ctx.now,
    allowedLinks: thread.linkHosts,
    otherNames: patients.filter((patient) => !isMeant(patient)).map(({ name }) => name),
    ownNames: patients.filter(isMeant).map(({ name }) => name),
  });
}
