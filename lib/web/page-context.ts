import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { can } from "@/lib/access/authorize";
import type { Permission } from "@/lib/access/permissions";
import { businessNow } from "@/lib/clock";
import type { Actor, Ctx } from "@/lib/context";
import { connection } from "@/lib/database";
import { DomainError } from "@/lib/errors";
import type { SignedIn } from "@/lib/users/types";
import { currentSession } from "./auth";

export type PersonCtx = Ctx & { actor: Extract<Actor, { kind: "user" }> };

/** A context for a person whose session was checked just now. */
export function contextOf(user: SignedIn): PersonCtx {
  return {
    actor: { kind: "user", userId: user.userId, role: user.role, name: user.name },
    db: connection().db,
    now: businessNow(),
  };
}

// Only a page that a person opened counts as activity: one that refreshes itself would keep a session alive for ever.
const session = cache(async () =>
  currentSession({ touch: (await headers()).get("sec-fetch-dest") === "document" }),
);

/** For pages and layouts: signed in, or to the sign-in page. It proves who asks, never what they may do. */
export async function pageContext(): Promise<PersonCtx> {
  const live = await session();
  if (!live) redirect("/sign-in");
  return contextOf(live.user);
}

/** The signed-in person, for the shell; null on the sign-in page. */
export async function currentUser(): Promise<SignedIn | null> {
  return (await session())?.user ?? null;
}

/** Runs a page's reads: out of reach and forbidden become the not-found page. */
export async function load<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DomainError && (error.code === "not-found" || error.code === "forbidden"))
      notFound();
    throw error;
  }
}

/** What a menu or button may show. The verb behind it authorizes again. */
export const mayI = (ctx: PersonCtx, permission: Permission): boolean => can(ctx.actor, permission);
