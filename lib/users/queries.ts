import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { programMembers, programs, sessions, users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import type { Ctx } from "@/lib/context";
import { isActive } from "./disabling";
import { type StaffChoice, staffListed, type UserRow } from "./types";

/** Everybody with an account, by name; at most `staffListed`. */
export async function listUsers(ctx: Ctx): Promise<UserRow[]> {
  authorize(ctx, "user.read");
  const { db, now } = ctx;
  // Sessions live on the database's clock, screens on the business clock: what both share is how long ago.
  const seen = db
    .select({
      userId: sessions.userId,
      secondsAgo: sql<number>`extract(epoch from clock_timestamp() - max(${sessions.lastSeenAt}))::float8`.as(
        "ago",
      ),
    })
    .from(sessions)
    .where(gt(sessions.expiresAt, sql`clock_timestamp()`))
    .groupBy(sessions.userId)
    .as("seen");

  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      disabledAt: users.disabledAt,
      secondsAgo: seen.secondsAgo,
      programs: sql<string[]>`to_json(array(
        select ${programs.name} from ${programMembers}
        join ${programs} on ${programs.id} = ${programMembers.programId}
        where ${programMembers.userId} = ${users.id} order by 1 limit 50))`,
    })
    .from(users)
    .leftJoin(seen, eq(seen.userId, users.id))
    .orderBy(asc(users.name), asc(users.id))
    .limit(staffListed);

  return rows.map(({ secondsAgo, disabledAt, ...row }) => ({
    ...row,
    disabledAt: disabledAt?.toISOString() ?? null,
    lastSeenAt: secondsAgo === null ? null : new Date(now.getTime() - secondsAgo * 1_000).toISOString(),
  }));
}

/** Nurses and managers who can be put into a program, by name; at most `staffListed`. */
export async function staffToChoose(ctx: Ctx): Promise<StaffChoice[]> {
  authorize(ctx, "program.staff");
  return ctx.db
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(and(isActive, inArray(users.role, ["nurse", "manager"])))
    .orderBy(asc(users.name), asc(users.id))
    .limit(staffListed);
}
