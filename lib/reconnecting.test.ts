import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect, rowsOf } from "@/db/client";
import { testDatabase } from "./testing";

const t = testDatabase();

test("after the server cut a connection in the middle of a query, the next one gets its own answer", async () => {
  const one = connect(t.url, { max: 1 });
  const cutOff = await one.db
    .execute(sql`select pg_terminate_backend(pg_backend_pid())`)
    .catch((error: unknown) => error);
  expect(cutOff).toBeInstanceOf(Error);

  const next = await one.db.transaction((tx) => rowsOf<{ one: number }>(tx, sql`select 1 as one`));
  expect(next).toEqual([{ one: 1 }]);
  await one.close();
});
