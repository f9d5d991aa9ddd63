import { eq } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { applicationRole, type Connection, connect, type Db } from "@/db/client";
import * as schema from "@/db/schema";
import { givens } from "@/db/testing/given";
import { cloneDatabase } from "@/db/testing/template";
import type { Actor, Ctx, Role } from "@/lib/context";

/** 10:30 on a Wednesday in Honolulu, 15:30 in New York: inside everybody's hours. */
export const wednesdayMorning = new Date("2026-03-04T20:30:00Z");

export interface TestDatabase {
  db: Db;
  url: string;
  given: ReturnType<typeof givens>;
  /** What `user` would do, in their role. */
  ctxFor(
    user: { id: string; role: Role; name: string },
    options?: { now?: Date },
  ): Ctx & { actor: Extract<Actor, { kind: "user" }> };
  /** What a loop of the worker would do. */
  loopCtx(options?: { now?: Date }): Ctx;
  auditOf(action: string): Promise<{ actorId: string | null; programId: string | null; details: unknown }[]>;
  feedOf(kind: string): Promise<{ programId: string; threadId: string | null }[]>;
}

/** A database of this test file's own, as the plain role that the application runs as. */
export function testDatabase(): TestDatabase {
  let clone: Awaited<ReturnType<typeof cloneDatabase>>;
  let connection: Connection;
  const test = { given: undefined, db: undefined } as unknown as TestDatabase;

  beforeAll(async () => {
    clone = await cloneDatabase();
    connection = connect(clone.url, { max: 8, role: applicationRole });
    test.url = clone.url;
    test.db = connection.db;
    test.given = givens(connection.db);
  });
  afterAll(async () => {
    await connection.close();
    await clone.drop();
  });

  test.ctxFor = (user, { now = wednesdayMorning } = {}) => ({
    actor: { kind: "user", userId: user.id, role: user.role, name: user.name },
    db: test.db,
    now,
  });
  test.loopCtx = ({ now = wednesdayMorning } = {}) => ({
    actor: { kind: "loop", name: "test" },
    db: test.db,
    now,
  });
  test.auditOf = (action) =>
    test.db
      .select({
        actorId: schema.audit.actorId,
        programId: schema.audit.programId,
        details: schema.audit.details,
      })
      .from(schema.audit)
      .where(eq(schema.audit.action, action))
      .orderBy(schema.audit.id)
      .limit(1_000);
  test.feedOf = (kind) =>
    test.db
      .select({ programId: schema.feed.programId, threadId: schema.feed.threadId })
      .from(schema.feed)
      .where(eq(schema.feed.kind, kind))
      .orderBy(schema.feed.id)
      .limit(1_000);
  return test;
}
