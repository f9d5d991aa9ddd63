import { and, desc, eq, gt, isNotNull, lte } from "drizzle-orm";
import { covers, programs, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, requireProgram } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, Invalid } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { open, seal } from "@/lib/phi/seal";
import { isActive } from "@/lib/users/disabling";
import type { EndCoverInput, TakeCoverInput } from "./inputs";
import { closingAt, hoursOf } from "./staffed-hours";
import type { Cover } from "./types";

const longestHours = 14;
const mostPrograms = 200;
const hour = 3_600_000;

/**
 * The nurse looks after a program's inbox from now on, until its staffed hours end or for so many hours; whoever did
 * before is relieved. Throws Invalid for more than 14 hours.
 */
export async function takeCover(ctx: Ctx, { programId, hours }: TakeCoverInput): Promise<void> {
  authorize(ctx, "cover.take");
  const { userId } = ctx.actor;
  if (hours !== null && hours > longestHours)
    throw new Invalid(`Nobody covers for more than ${longestHours} hours at a time.`);

  await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    const zone = await lockProgram(tx, programId);
    const staffedUntil = closingAt(await hoursOf(tx.db, programId), zone, tx.now);
    const endsAt = hours === null ? staffedUntil : new Date(tx.now.getTime() + hours * hour);
    if (!endsAt) throw new Invalid("Nobody is expected here now. Choose for how many hours you cover.");
    await tx.db
      .update(covers)
      .set({ endsAt: tx.now })
      .where(and(eq(covers.programId, programId), gt(covers.endsAt, tx.now)));
    await tx.db.insert(covers).values({ id: newId(), programId, userId, startsAt: tx.now, endsAt });
    await audit(tx, "cover.taken", { programId, until: endsAt.toISOString() });
    await record(tx, { kind: "program.changed", programId });
  });
}

/** The nurse stops looking after it, with a note for whoever comes next. Throws Conflict when she was relieved already. */
export async function endCover(ctx: Ctx, { programId, note }: EndCoverInput): Promise<void> {
  authorize(ctx, "cover.take");
  const { userId } = ctx.actor;

  await inTransaction(ctx, async (tx) => {
    await requireProgram(tx, programId);
    await lockProgram(tx, programId);
    const [cover] = await tx.db
      .select({ id: covers.id })
      .from(covers)
      .where(and(eq(covers.programId, programId), eq(covers.userId, userId), gt(covers.endsAt, tx.now)))
      .limit(1);
    if (!cover) throw new Conflict("You do not cover this program any more. Your note was not saved.");
    await tx.db
      .update(covers)
      .set({ endsAt: tx.now, note: note === "" ? null : seal("covers.note", cover.id, note) })
      .where(eq(covers.id, cover.id));
    await audit(tx, "cover.ended", { programId });
    await record(tx, { kind: "program.changed", programId });
  });
}

// One after the other, or two nurses who relieve a third would both cover.
async function lockProgram(tx: Ctx, programId: string): Promise<string> {
  const [program] = await tx.db
    .select({ zone: programs.timeZone })
    .from(programs)
    .where(eq(programs.id, programId))
    .limit(1)
    .for("no key update");
  return program?.zone ?? "UTC";
}

/** Who covers each of the caller's programs now, by name of the program, with the last note that was handed over. */
export async function coversOf(ctx: Ctx): Promise<Cover[]> {
  authorize(ctx, "program.read");
  const mine = await ctx.db
    .select({ id: programs.id, name: programs.name, zone: programs.timeZone })
    .from(programs)
    .where(inReach(ctx, programs.id))
    .orderBy(programs.name, programs.id)
    .limit(mostPrograms);
  const [running, notes] = await Promise.all([runningCovers(ctx), lastNotes(ctx)]);
  return mine.map(({ id, name, zone }) => {
    const now = running.get(id);
    const note = notes.get(id);
    return {
      programId: id,
      ...{ program: name, zone },
      by: now
        ? { name: now.name, mine: now.userId === ctx.actor.userId, until: now.endsAt.toISOString() }
        : null,
      handedOver: note?.note
        ? { words: open("covers.note", note.id, note.note), by: note.name, at: note.endsAt.toISOString() }
        : null,
    };
  });
}

const columns = {
  id: covers.id,
  programId: covers.programId,
  userId: covers.userId,
  name: users.name,
  endsAt: covers.endsAt,
  note: covers.note,
};

async function runningCovers(ctx: Ctx) {
  const rows = await ctx.db
    .select(columns)
    .from(covers)
    .innerJoin(users, eq(users.id, covers.userId))
    .where(
      and(
        inReach(ctx, covers.programId),
        lte(covers.startsAt, ctx.now),
        gt(covers.endsAt, ctx.now),
        isActive,
      ),
    )
    .limit(mostPrograms);
  return new Map(rows.map((row) => [row.programId, row]));
}

async function lastNotes(ctx: Ctx) {
  const rows = await ctx.db
    .selectDistinctOn([covers.programId], columns)
    .from(covers)
    .innerJoin(users, eq(users.id, covers.userId))
    .where(and(inReach(ctx, covers.programId), isNotNull(covers.note), lte(covers.endsAt, ctx.now)))
    .orderBy(covers.programId, desc(covers.endsAt))
    .limit(mostPrograms);
  return new Map(rows.map((row) => [row.programId, row]));
}
