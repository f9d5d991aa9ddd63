import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connection } from "./database";
import { testDatabase } from "./testing";

const t = testDatabase();

test("a failed query, printed by whoever did not catch it, shows where it was and no parameter", async () => {
  process.env.DATABASE_URL = t.url;
  const failing = connection().db.execute(sql`select ${"Rosa Marín"}::int`);
  const error: unknown = await failing.catch((caught: unknown) => caught);
  expect(String(error)).toContain("Rosa");
  for (const printed of [
    inspect(error),
    inspect({ error }, { depth: 5 }),
    inspect(new AggregateError([error])),
  ]) {
    expect(printed).not.toContain("Rosa");
    expect(printed).toContain("SQLSTATE 22P02");
    expect(printed).toContain("database.test.ts");
  }
  await connection().close();
});
