import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, Forbidden, NotFound } from "@/lib/errors";
import type { UserInput } from "./inputs";
import { endSessionsOf } from "./session";

/** What staff lists and sign-in ask for. */
export const isActive = isNull(users.disabledAt);

/** Ends a person's access at once: sessions go in the same transaction. */
export async function disableUser(ctx: Ctx, { userId }: UserInput): Promise<void> {
  authorize(ctx, "user.disable");
  const self = ctx.actor.userId;
  if (userId === self) throw new Blocked("You cannot disable your own account. Ask another admin to do it.");

  await inTransaction(ctx, async (tx) => {
    // Both rows, in one order: two admins who disable each other would otherwise leave none.
    const locked = await tx.db
      .select({ id: users.id, disabledAt: users.disabledAt })
      .from(users)
      .where(inArray(users.id, [self, userId]))
      .orderBy(asc(users.id))
      .limit(2)
      .for("update");
    if (locked.find((user) => user.id === self)?.disabledAt) throw new Forbidden("user.disable");
    if (!locked.some((user) => user.id === userId)) throw new NotFound();

    const [disabled] = await tx.db
      .update(users)
      .set({ disabledAt: tx.now })
      .where(and(eq(users.id, userId), isActive))
      .returning({ id: users.id });
    if (!disabled) throw new Conflict("This account is disabled already. Nothing was changed.");
    await endSessionsOf(tx.db, userId);
    await audit(tx, "user.disabled", { userId });
  });
}

/** Lets a person sign in again. No session comes back to life. */
export async function enableUser(ctx: Ctx, { userId }: UserInput): Promise<void> {
  authorize(ctx, "user.disable");

  await inTransaction(ctx, async (tx) => {
    const [enabled] = await tx.db
      .update(users)
      .set({ disabledAt: null })
      .where(and(eq(users.id, userId), isNotNull(users.disabledAt)))
      .returning({ id: users.id });
    if (!enabled) await refuseEnabling(tx, userId);
    // One that was being made while the account was disabled must not wake up now.
    await endSessionsOf(tx.db, userId);
    await audit(tx, "user.enabled", { userId });
  });
}

async function refuseEnabling(tx: Ctx, userId: string): Promise<never> {
  const [user] = await tx.db.select({ id: users.id }).from(users).where(eq(users.id, userId)).limit(1);
  if (!user) throw new NotFound();
  throw new Conflict("This account is enabled already. Nothing was changed.");
}
