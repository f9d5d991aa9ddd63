import { at, type Db } from "@/db/client";

export type Role = "nurse" | "manager" | "admin";

export type Actor =
  | { kind: "user"; userId: string; role: Role; name: string }
  | { kind: "loop"; name: string }
  | { kind: "carrier" };

/** Who asks, through which connection, and what time it is in the business. Always the first parameter. */
export interface Ctx {
  actor: Actor;
  db: Db;
  now: Date;
  /** Set while inside a transaction, so that a verb called by another joins it. */
  joined?: true;
}

/** One change, one transaction: joins the caller's when there is one. Keep it under 500 ms. */
export async function inTransaction<T>(ctx: Ctx, change: (tx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.joined) return change(ctx);
  return ctx.db.transaction((db) => change({ ...ctx, db, joined: true }));
}

export const userIdOf = (ctx: Ctx): string | null => (ctx.actor.kind === "user" ? ctx.actor.userId : null);

/** The business time as a parameter of hand-written SQL. */
export const nowIn = (ctx: Ctx) => at(ctx.now);
