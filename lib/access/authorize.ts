import type { Actor, Ctx } from "@/lib/context";
import { Forbidden } from "@/lib/errors";
import { type Permission, permissions } from "./permissions";

export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind !== "user") return false;
  const roles: readonly string[] = permissions[permission];
  return roles.includes(actor.role);
}

/** The first line of every verb and read that a person can reach. Throws Forbidden. */
export function authorize(
  ctx: Ctx,
  permission: Permission,
): asserts ctx is Ctx & { actor: Extract<Actor, { kind: "user" }> } {
  if (!can(ctx.actor, permission)) throw new Forbidden(permission);
}
