import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { pace, programs, senders } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { AddSenderInput } from "./inputs";
import type { SenderChoice, SenderRow } from "./types";

const isFree = isNull(senders.programId);

/** Makes one of our numbers known, with its pace. Conflict when it is known already. */
export async function addSender(
  ctx: Ctx,
  { number, kind, segmentsPerSecond }: AddSenderInput,
): Promise<{ id: string }> {
  authorize(ctx, "sender.add");
  const id = newId();

  await inTransaction(ctx, async (tx) => {
    // The network answers STOP to a toll-free number by itself: ours would be a second confirmation.
    const networkConfirmsStop = kind === "toll_free";
    const [added] = await tx.db
      .insert(senders)
      .values({ id, number, kind, segmentsPerSecond, networkConfirmsStop, createdAt: tx.now })
      .onConflictDoNothing({ target: senders.number })
      .returning({ id: senders.id });
    if (!added) throw new Conflict("That number is in the list already. Nothing was added.");
    // Pace is kept on the database's clock, as all that several processes share.
    await tx.db.insert(pace).values({
      key: id,
      perSecond: segmentsPerSecond,
      tokens: segmentsPerSecond,
      refilledAt: sql`clock_timestamp()`,
    });
    await audit(tx, "sender.added", { senderId: id, kind, segmentsPerSecond });
  });
  return { id };
}

/** Gives a free number to a program. Conflict when somebody was faster. */
export async function assignSender(tx: Ctx, senderId: string, programId: string): Promise<void> {
  const [taken] = await tx.db
    .update(senders)
    .set({ programId })
    .where(and(eq(senders.id, senderId), isFree))
    .returning({ id: senders.id });
  if (!taken)
    throw new Conflict("Somebody took that number a moment ago. Nothing was saved yet: choose another one.");
}

/** All our numbers with their programs, newest first; at most 500. For who adds them: every program is named. */
export async function listSenders(ctx: Ctx): Promise<SenderRow[]> {
  authorize(ctx, "sender.add");
  return ctx.db
    .select({
      id: senders.id,
      number: senders.number,
      kind: senders.kind,
      segmentsPerSecond: senders.segmentsPerSecond,
      networkConfirmsStop: senders.networkConfirmsStop,
      program: programs.name,
    })
    .from(senders)
    .leftJoin(programs, eq(programs.id, senders.programId))
    .orderBy(desc(senders.id))
    .limit(500);
}

/** Numbers that no program has yet; at most 100. */
export async function freeSenders(ctx: Ctx): Promise<SenderChoice[]> {
  authorize(ctx, "sender.read");
  return ctx.db
    .select({ id: senders.id, number: senders.number, kind: senders.kind })
    .from(senders)
    .where(isFree)
    .orderBy(asc(senders.id))
    .limit(100);
}

/** The number that a program's texts come from (its oldest), or undefined while it has none. */
export async function senderOf(db: Db, programId: string): Promise<SenderChoice | undefined> {
  const [sender] = await db
    .select({ id: senders.id, number: senders.number, kind: senders.kind })
    .from(senders)
    .where(eq(senders.programId, programId))
    .orderBy(asc(senders.id))
    .limit(1);
  return sender;
}
