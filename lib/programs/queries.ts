import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { campaigns, programMembers, programPatients, programs, threads, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach, requireProgram } from "@/lib/access/reach";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { isId } from "@/lib/ids";
import { closedDaysOf } from "./closed-days";
import { outreachColumns, rulesOf } from "./limits";
import { senderOf } from "./sender";
import { coverage, hoursOf, hoursOfEach } from "./staffed-hours";
import { targetColumns } from "./targets";
import type { ProgramName, ProgramRow, ProgramSummary, Standing } from "./types";

const mostPrograms = 200;

/** The caller's programs with their counts, by name. */
export async function listPrograms(ctx: Ctx): Promise<ProgramRow[]> {
  authorize(ctx, "campaign.read");
  const { db } = ctx;
  return db
    .select({
      id: programs.id,
      name: programs.name,
      desiredAction: programs.desiredAction,
      patients: sql<number>`(${db
        .select({ n: count() })
        .from(programPatients)
        .where(eq(programPatients.programId, programs.id))})`.mapWith(Number),
      campaigns: sql<number>`(${db
        .select({ n: count() })
        .from(campaigns)
        .where(
          and(eq(campaigns.programId, programs.id), inArray(campaigns.state, ["enrolling", "running"])),
        )})`.mapWith(Number),
      waiting: sql<number>`(${db
        .select({ n: count() })
        .from(threads)
        .where(
          and(
            eq(threads.programId, programs.id),
            isNotNull(threads.waitingSince),
            isNull(threads.snoozedUntil),
          ),
        )})`.mapWith(Number),
    })
    .from(programs)
    .where(inReach(ctx, programs.id))
    .orderBy(asc(programs.name), asc(programs.id))
    .limit(mostPrograms);
}

/** What one program is. Throws NotFound out of reach. */
export async function programSummary(ctx: Ctx, programId: string): Promise<ProgramSummary> {
  authorize(ctx, "program.read");
  if (!isId(programId)) throw new NotFound();
  await requireProgram(ctx, programId);
  const [program] = await ctx.db
    .select({
      id: programs.id,
      name: programs.name,
      brand: programs.brand,
      desiredAction: programs.desiredAction,
      windowDays: programs.windowDays,
      timeZone: programs.timeZone,
      segmentCostMicros: programs.segmentCostMicros,
      outreach: outreachColumns,
      targets: targetColumns,
      linkHosts: programs.linkHosts,
    })
    .from(programs)
    .where(eq(programs.id, programId))
    .limit(1);
  if (!program) throw new NotFound();

  const [hours, closedDays, sender, members] = await Promise.all([
    hoursOf(ctx.db, programId),
    closedDaysOf(ctx, programId, program.timeZone),
    senderOf(ctx.db, programId),
    ctx.db
      .select({
        id: users.id,
        name: users.name,
        role: users.role,
        disabled: isNotNull(users.disabledAt).mapWith(Boolean),
      })
      .from(programMembers)
      .innerJoin(users, eq(users.id, programMembers.userId))
      .where(eq(programMembers.programId, programId))
      .orderBy(asc(users.name), asc(users.id))
      .limit(500),
  ]);
  return {
    ...{ ...program, outreach: rulesOf(program.outreach), members },
    ...{ hours: hours.days, sender: sender?.number ?? null, closedDays },
  };
}

/** The caller's programs, for filters and menus, by name. */
export async function programNamesOf(ctx: Ctx): Promise<ProgramName[]> {
  authorize(ctx, "program.read");
  return ctx.db
    .select({ id: programs.id, name: programs.name, timeZone: programs.timeZone })
    .from(programs)
    .where(inReach(ctx, programs.id))
    .orderBy(asc(programs.name), asc(programs.id))
    .limit(mostPrograms);
}

/** For whoever is signed in: it speaks of their own programs only. Admins, who have none, get the house's zone. */
export async function standingOf(ctx: Ctx): Promise<Standing> {
  const mine = await ctx.db
    .select({ id: programs.id, brand: programs.brand, zone: programs.timeZone })
    .from(programs)
    .where(inReach(ctx, programs.id))
    .orderBy(asc(programs.id))
    .limit(mostPrograms);
  const [first] = mine;
  if (!first) return { brand: "", zone: await houseZone(ctx), words: null, changesAt: null };

  const hours = await hoursOfEach(
    ctx.db,
    mine.map((p) => p.id),
  );
  const covers = mine.map(({ id, zone }) => coverage(hours(id), zone, ctx.now));
  const sentences = [...new Set(covers.map((c) => c.words))];
  const staffed = covers.filter((c) => c.staffed).length;
  const changes = covers.flatMap((c) => c.changesAt?.getTime() ?? []);
  return {
    brand: [...new Set(mine.map((p) => p.brand))].slice(0, 2).join(", "),
    zone: first.zone,
    words:
      sentences.length === 1 ? (sentences[0] ?? null) : `${staffed} of ${mine.length} programs staffed now`,
    changesAt: changes.length > 0 ? new Date(Math.min(...changes)).toISOString() : null,
  };
}

async function houseZone(ctx: Ctx): Promise<string> {
  const [oldest] = await ctx.db
    .select({ zone: programs.timeZone })
    .from(programs)
    .orderBy(asc(programs.id))
    .limit(1);
  return oldest?.zone ?? "UTC";
}
