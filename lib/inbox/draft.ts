import { and, eq, inArray } from "drizzle-orm";
import { drafts, programPatients, threads } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { type Ctx, inTransaction, userIdOf } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { open, seal } from "@/lib/phi/seal";
import type { DraftInput } from "./inputs";
import { type DraftAnswer, longestDraft, type SavedDraft } from "./types-sending";

// A draft is its writer's own and changes with every pause of the hand: it is neither audited nor told to others.

const sealBody = (id: string, body: string) => seal("drafts.body", id, body);
const openBody = (id: string, body: Buffer) => open("drafts.body", id, body);

/**
 * Keeps what the nurse has written so far; no words drop the draft. Of two tabs the newest wins, and is told the words
 * of the other that it had not seen; a tab that knows of none drops none.
 */
export async function saveDraft(
  ctx: Ctx,
  { threadId, body, patientId, base }: DraftInput,
): Promise<DraftAnswer> {
  authorize(ctx, "thread.reply");
  const { userId } = ctx.actor;
  return inTransaction(ctx, async (tx) => {
    const programId = await shareThread(tx, threadId);
    if (patientId) await requirePatient(tx, programId, patientId);
    if (body.trim() === "") return dropKnown(tx, userId, threadId, base);

    const id = newId();
    const row = { id, body: sealBody(id, body), patientId, updatedAt: tx.now };
    const [made] = await tx.db
      .insert(drafts)
      .values({ userId, threadId, ...row })
      .onConflictDoNothing()
      .returning({ id: drafts.id });
    if (made) return { id, other: null };
    const before = await lockDraft(tx, userId, threadId);
    // Dropped in between, it is made after all.
    await tx.db
      .insert(drafts)
      .values({ userId, threadId, ...row })
      .onConflictDoUpdate({ target: [drafts.userId, drafts.threadId], set: row });
    return { id, other: before && before.id !== base && before.body !== body ? before.body : null };
  });
}

// Before its draft, as verbs do that lock the thread: a new row's foreign key would ask for this lock after it.
async function shareThread(tx: Ctx, threadId: string): Promise<string> {
  const [thread] = await tx.db
    .select({ programId: threads.programId })
    .from(threads)
    .where(and(eq(threads.id, threadId), inReach(tx, threads.programId)))
    .limit(1)
    .for("key share");
  if (!thread) throw new NotFound();
  return thread.programId;
}

async function dropKnown(
  tx: Ctx,
  userId: string,
  threadId: string,
  base: string | null,
): Promise<DraftAnswer> {
  const before = await lockDraft(tx, userId, threadId);
  if (before && before.id !== base) return { id: before.id, other: before.body };
  await tx.db.delete(drafts).where(mine(userId, threadId));
  return { id: null, other: null };
}

/** What the nurse began to write here, on whatever device; null when nothing. */
export async function loadDraft(ctx: Ctx, threadId: string): Promise<SavedDraft | null> {
  authorize(ctx, "thread.reply");
  const [row] = await ctx.db
    .select({ id: drafts.id, body: drafts.body, patientId: drafts.patientId })
    .from(drafts)
    .innerJoin(threads, eq(threads.id, drafts.threadId))
    .where(and(mine(ctx.actor.userId, threadId), inReach(ctx, threads.programId)))
    .limit(1);
  return row ? { ...row, body: openBody(row.id, row.body) } : null;
}

/** In which of these conversations the reader has begun a reply. */
export async function draftsOf(ctx: Ctx, threadIds: string[]): Promise<Set<string>> {
  const userId = userIdOf(ctx);
  if (!userId || threadIds.length === 0) return new Set();
  const rows = await ctx.db
    .select({ threadId: drafts.threadId })
    .from(drafts)
    .where(and(eq(drafts.userId, userId), inArray(drafts.threadId, threadIds)))
    .limit(threadIds.length);
  return new Set(rows.map(({ threadId }) => threadId));
}

/** The words have become a reply: that draft goes, in the same transaction. One that another tab wrote since stays. */
export async function dropDraft(
  tx: Ctx,
  sent: { userId: string; threadId: string; draftId: string | null; body: string },
): Promise<void> {
  const before = await lockDraft(tx, sent.userId, sent.threadId);
  if (!before || (before.id !== sent.draftId && before.body.trim() !== sent.body.trim())) return;
  await tx.db.delete(drafts).where(mine(sent.userId, sent.threadId));
}

/** The words of a reply that never left are the writer's to change; what was begun meanwhile stands below them. */
export async function bringBack(
  tx: Ctx,
  words: { userId: string; threadId: string; body: string; patientId: string | null },
): Promise<SavedDraft> {
  const { userId, threadId, patientId } = words;
  const before = await lockDraft(tx, userId, threadId);
  const begun = before?.body.trim();
  const body = (begun && begun !== words.body ? `${words.body}\n\n${begun}` : words.body).slice(
    0,
    longestDraft,
  );
  const id = newId();
  const row = { id, body: sealBody(id, body), patientId, updatedAt: tx.now };
  await tx.db
    .insert(drafts)
    .values({ userId, threadId, ...row })
    .onConflictDoUpdate({ target: [drafts.userId, drafts.threadId], set: row });
  return { id, body, patientId };
}

/** Throws NotFound unless the patient is in the program. */
export async function requirePatient(tx: Ctx, programId: string, patientId: string): Promise<void> {
  const [row] = await tx.db
    .select({ patientId: programPatients.patientId })
    .from(programPatients)
    .where(and(eq(programPatients.programId, programId), eq(programPatients.patientId, patientId)))
    .limit(1);
  if (!row) throw new NotFound();
}

const mine = (userId: string, threadId: string) =>
  and(eq(drafts.userId, userId), eq(drafts.threadId, threadId));

async function lockDraft(tx: Ctx, userId: string, threadId: string) {
  const [row] = await tx.db
    .select({ id: drafts.id, body: drafts.body })
    .from(drafts)
    .where(mine(userId, threadId))
    .limit(1)
    .for("update");
  return row && { id: row.id, body: openBody(row.id, row.body) };
}
