import { and, eq, gte, sql } from "drizzle-orm";
import { signInAttempts, users } from "@/db/schema";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { accountDigest } from "@/lib/phi/blind-index";
import { passwordMatches } from "./password";

/** Fails closed: when attempts cannot be counted, nobody signs in. */
const failuresAllowed = 10;
const windowMinutes = 15;

/** The user's id, or null: wrong address, wrong password, disabled and too many tries look the same from outside. */
export async function signIn(ctx: Ctx, typed: { email: string; password: string }): Promise<string | null> {
  // PostgreSQL takes no NUL, not even to look for it.
  const email = typed.email.replaceAll("\u0000", "").trim().toLowerCase();
  const account = accountDigest(email);
  // Counted before the password is looked at: tries that come all at once would else be checked all at once.
  if ((await countTry(ctx, account)) > failuresAllowed) return refuse(ctx, "too many tries");

  const [user] = await ctx.db
    .select({
      id: users.id,
      role: users.role,
      name: users.name,
      passwordHash: users.passwordHash,
      disabledAt: users.disabledAt,
    })
    .from(users)
    .where(eq(users.email, email))
    .limit(1);
  const matches = await passwordMatches(typed.password, user?.passwordHash);
  if (!user || !matches) return refuse(ctx, "wrong address or password");
  if (user.disabledAt) return refuse(ctx, "disabled");

  await inTransaction(ctx, async (tx) => {
    await tx.db.delete(signInAttempts).where(eq(signInAttempts.account, account));
    const actor = { kind: "user", userId: user.id, role: user.role, name: user.name } as const;
    await audit({ ...tx, actor }, "session.started");
  });
  return user.id;
}

/** How many tries there were in the last minutes, this one included. The row's lock puts them in line. */
async function countTry(ctx: Ctx, account: Buffer): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    await tx.db
      .insert(signInAttempts)
      .values({ account, windowStart: sql`date_trunc('minute', clock_timestamp())`, failures: 1 })
      .onConflictDoUpdate({
        target: [signInAttempts.account, signInAttempts.windowStart],
        set: { failures: sql`${signInAttempts.failures} + 1` },
      });
    const since = sql`clock_timestamp() - make_interval(mins => ${windowMinutes})`;
    const [row] = await tx.db
      .select({ failures: sql<number>`coalesce(sum(${signInAttempts.failures}), 0)::int` })
      .from(signInAttempts)
      .where(and(eq(signInAttempts.account, account), gte(signInAttempts.windowStart, since)));
    return row?.failures ?? 0;
  });
}

async function refuse(ctx: Ctx, reason: string): Promise<null> {
  await audit(ctx, "session.refused", { reason });
  return null;
}
