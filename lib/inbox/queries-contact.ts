import { and, desc, eq, gt, isNotNull, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { messages, threadEvents, users } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { isOutsideWay, type LastContact } from "./types-working";

/** When the phone of a conversation was last heard from, answered by a person, and reached beside texts. For who has reached it. */
export async function lastContactIn(
  ctx: Ctx,
  threadId: string,
  passedOnAt: Date | null,
): Promise<LastContact> {
  const since = (at: PgColumn) => (passedOnAt ? gt(at, passedOnAt) : undefined);
  const here = (more: SQL) => and(eq(messages.threadId, threadId), more, since(messages.createdAt));
  const [[heard], [answered], [outside]] = await Promise.all([
    ctx.db
      .select({ at: messages.createdAt })
      .from(messages)
      .where(here(eq(messages.direction, "in")))
      .orderBy(desc(messages.id))
      .limit(1),
    ctx.db
      .select({ at: messages.createdAt, by: users.name })
      .from(messages)
      .innerJoin(users, eq(users.id, messages.authorId))
      .where(and(here(eq(messages.purpose, "reply")), isNotNull(messages.submittedAt)))
      .orderBy(desc(messages.id))
      .limit(1),
    ctx.db
      .select({ at: threadEvents.at, by: users.name, details: threadEvents.details })
      .from(threadEvents)
      .innerJoin(users, eq(users.id, threadEvents.userId))
      .where(
        and(eq(threadEvents.threadId, threadId), eq(threadEvents.kind, "outside"), since(threadEvents.at)),
      )
      .orderBy(desc(threadEvents.id))
      .limit(1),
  ]);
  const { how } = outside?.details ?? {};
  return {
    heardAt: heard?.at.toISOString() ?? null,
    answered: answered ? { by: answered.by, at: answered.at.toISOString() } : null,
    outside: outside && isOutsideWay(how) ? { how, by: outside.by, at: outside.at.toISOString() } : null,
  };
}
