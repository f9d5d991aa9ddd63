import { eq, sql } from "drizzle-orm";
import { users } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, Forbidden } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { AddUserInput } from "./inputs";
import { generatePassword, hashPassword } from "./password";
import type { AddedUser } from "./types";

/** Gives a person an account and a password that is shown once. Conflict when the address has one already. */
export async function addUser(ctx: Ctx, input: AddUserInput): Promise<AddedUser> {
  authorize(ctx, "user.add");
  const made = await newAccount();
  await inTransaction(ctx, (tx) => insertUser(tx, input, made));
  return { id: made.id, password: made.password };
}

/** The first admin of a new deployment; nobody can be asked for permission yet, so it works only while there is none. */
export async function addFirstAdmin(ctx: Ctx, input: Omit<AddUserInput, "role">): Promise<AddedUser> {
  if (ctx.actor.kind !== "loop") throw new Forbidden("user.add");
  const made = await newAccount();
  await inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('first admin'))`);
    const [admin] = await tx.db.select({ id: users.id }).from(users).where(eq(users.role, "admin")).limit(1);
    if (admin) throw new Conflict("There is an admin already. Ask them to add people under People.");
    await insertUser(tx, { ...input, role: "admin" }, made);
  });
  return { id: made.id, password: made.password };
}

// Hashing takes long on purpose, so it stands before the transaction.
async function newAccount() {
  const password = generatePassword();
  return { id: newId(), password, passwordHash: await hashPassword(password) };
}

async function insertUser(
  tx: Ctx,
  { name, email, role }: AddUserInput,
  { id, passwordHash }: { id: string; passwordHash: string },
): Promise<void> {
  const [added] = await tx.db
    .insert(users)
    .values({ id, name, email: email.toLowerCase(), role, passwordHash, createdAt: tx.now })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  if (!added) throw new Conflict("Somebody with that address is here already. Nobody was added.");
  await audit(tx, "user.added", { userId: id, role });
}
