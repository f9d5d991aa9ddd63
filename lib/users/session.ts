import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sessions, users } from "@/db/schema";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import type { SignedIn } from "./types";

const hashOf = (token: string) => createHash("sha256").update(token).digest();
const idleLimit = sql`interval '15 minutes'`;
const absoluteLimit = sql`interval '12 hours'`;

/** A new session's token: 256 random bits, of which only the hash is stored. */
export async function createSession(db: Db, userId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.insert(sessions).values({
    tokenHash: hashOf(token),
    userId,
    createdAt: sql`clock_timestamp()`,
    lastSeenAt: sql`clock_timestamp()`,
    expiresAt: sql`clock_timestamp() + ${absoluteLimit}`,
  });
  return token;
}

const isLive = and(
  gt(sessions.expiresAt, sql`clock_timestamp()`),
  gt(sessions.lastSeenAt, sql`clock_timestamp() - ${idleLimit}`),
  isNull(users.disabledAt),
);

/** Who the token stands for, with today's role; null once it is idle, over, signed out or disabled. */
export async function checkSession(
  db: Db,
  token: string,
  { touch }: { touch: boolean },
): Promise<SignedIn | null> {
  const tokenHash = hashOf(token);
  const [user] = await db
    .select({ userId: users.id, name: users.name, email: users.email, role: users.role })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, tokenHash), isLive))
    .limit(1);
  if (!user) return null;
  if (touch)
    await db
      .update(sessions)
      .set({ lastSeenAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(sessions.tokenHash, tokenHash),
          sql`${sessions.lastSeenAt} < clock_timestamp() - interval '30 seconds'`,
        ),
      );
  return user;
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, hashOf(token)));
}

/** What pressing "Sign out" does; a session that is over already is none to end. */
export async function signOut(ctx: Ctx, token: string): Promise<void> {
  const user = await checkSession(ctx.db, token, { touch: false });
  if (!user) return;
  await inTransaction({ ...ctx, actor: { kind: "user", ...user } }, async (tx) => {
    await endSession(tx.db, token);
    await audit(tx, "session.ended");
  });
}

/** Every session of a person, so that enabling them again revives none. */
export async function endSessionsOf(db: Db, userId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.userId, userId));
}
