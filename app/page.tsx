import type { Route } from "next";
import { redirect } from "next/navigation";
import { pageContext } from "@/lib/web/page-context";

const homes = { nurse: "/inbox" as Route, manager: "/programs", admin: "/users" } as const;

/** Everybody starts where their work is. */
export default async function StartPage() {
  const ctx = await pageContext();
  redirect(homes[ctx.actor.role]);
}
