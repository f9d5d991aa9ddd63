import "server-only";
import { businessNow } from "@/lib/clock";
import type { Ctx } from "@/lib/context";
import { connection } from "@/lib/database";

/** A context without a person, for what answers machines. It may do nothing that a person may. */
export const systemContext = (name: string): Ctx => ({
  actor: { kind: "loop", name },
  db: connection().db,
  now: businessNow(),
});
