import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { cannedReplies, cannedReplyTexts } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { requireProgram, requireRow } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, Forbidden } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { fitTexts } from "./canned-texts";
import type { CannedInput, ReviewCannedInput, WriteCannedInput } from "./inputs";

/** Nurses may use it: somebody other than its writer has read it, and nobody has retired it. */
export const isUsable = and(sql`${cannedReplies.reviewedAt} is not null`, isNull(cannedReplies.retiredAt));

/**
 * Keeps a reply ready, or changes one: it is used once somebody else has reviewed it, also after a change. Throws
 * Invalid where it says something that may not leave by SMS, and Conflict when somebody else changed it meanwhile.
 */
export async function writeCanned(ctx: Ctx, input: WriteCannedInput): Promise<string> {
  authorize(ctx, "canned.write");
  const { programId, name } = input;
  return inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    const texts = await fitTexts(tx, input);
    const written = { name, writtenBy: ctx.actor.userId, writtenAt: tx.now };
    const replyId = input.replyId ? await change(tx, input.replyId, input, written) : newId();
    if (!input.replyId) await tx.db.insert(cannedReplies).values({ id: replyId, programId, ...written });
    await tx.db.delete(cannedReplyTexts).where(eq(cannedReplyTexts.replyId, replyId));
    await tx.db.insert(cannedReplyTexts).values(texts.map((text) => ({ replyId, ...text })));
    await tell(tx, "canned.written", { programId, replyId });
    return replyId;
  });
}

type Written = { name: string; writtenBy: string; writtenAt: Date };

async function change(
  tx: Ctx,
  replyId: string,
  { programId, seen }: WriteCannedInput,
  written: Written,
): Promise<string> {
  const [changed] = await tx.db
    .update(cannedReplies)
    .set({ ...written, reviewedBy: null, reviewedAt: null })
    .where(and(eq(cannedReplies.id, replyId), eq(cannedReplies.programId, programId), isVersion(seen ?? "")))
    .returning({ id: cannedReplies.id });
  if (changed) return changed.id;
  await requireRow(tx, cannedReplies, replyId);
  throw new Conflict(
    "Somebody else changed this reply while you wrote. Yours is still here: look at theirs first.",
  );
}

/** Somebody else than the writer has read exactly this version, and nurses may use it. */
export async function reviewCanned(ctx: Ctx, { replyId, seen }: ReviewCannedInput): Promise<void> {
  authorize(ctx, "canned.review");
  const { userId } = ctx.actor;
  await inTransaction(ctx, async (tx) => {
    const programId = await requireRow(tx, cannedReplies, replyId);
    const [reviewed] = await tx.db
      .update(cannedReplies)
      .set({ reviewedBy: userId, reviewedAt: tx.now })
      .where(
        and(
          eq(cannedReplies.id, replyId),
          isVersion(seen),
          ne(cannedReplies.writtenBy, userId),
          isNull(cannedReplies.reviewedAt),
        ),
      )
      .returning({ id: cannedReplies.id });
    if (!reviewed) throw await whyNotReviewed(tx, replyId, userId);
    await tell(tx, "canned.reviewed", { programId, replyId });
  });
}

async function whyNotReviewed(tx: Ctx, replyId: string, userId: string): Promise<Conflict | Forbidden> {
  const [reply] = await tx.db
    .select({ writtenBy: cannedReplies.writtenBy })
    .from(cannedReplies)
    .where(eq(cannedReplies.id, replyId))
    .limit(1);
  if (reply?.writtenBy === userId) return new Forbidden("canned.review");
  return new Conflict("This reply was changed or reviewed meanwhile. Read it again.");
}

/** Nurses no longer see it. Throws Conflict when that is so already. */
export async function retireCanned(ctx: Ctx, { replyId }: CannedInput): Promise<void> {
  authorize(ctx, "canned.write");
  await setRetired(ctx, replyId, ctx.now);
}

/** Nurses see it again, if it was reviewed. Throws Conflict when it was not retired. */
export async function restoreCanned(ctx: Ctx, { replyId }: CannedInput): Promise<void> {
  authorize(ctx, "canned.write");
  await setRetired(ctx, replyId, null);
}

async function setRetired(ctx: Ctx, replyId: string, retiredAt: Date | null): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const programId = await requireRow(tx, cannedReplies, replyId);
    const [done] = await tx.db
      .update(cannedReplies)
      .set({ retiredAt })
      .where(
        and(eq(cannedReplies.id, replyId), sql`(${cannedReplies.retiredAt} is null) = ${retiredAt !== null}`),
      )
      .returning({ id: cannedReplies.id });
    if (!done) throw new Conflict("Somebody else did that already. Nothing was changed.");
    await tell(tx, "canned.retired", { programId, replyId, retired: retiredAt !== null });
  });
}

const isVersion = (seen: string) =>
  sql`date_trunc('milliseconds', ${cannedReplies.writtenAt}) = ${seen}::timestamptz`;

async function tell(
  tx: Ctx,
  action: "canned.written" | "canned.reviewed" | "canned.retired",
  details: { programId: string; replyId: string; retired?: boolean },
): Promise<void> {
  await audit(tx, action, details);
  await record(tx, { kind: "canned.changed", programId: details.programId });
}
