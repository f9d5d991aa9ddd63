import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { rowsOf } from "@/db/client";
import * as schema from "@/db/schema";
import { connection } from "@/lib/database";
import { log, trace } from "@/lib/log";

const patienceMilliseconds = 2_000;

export interface Health {
  ok: boolean;
  /** The database answered within two seconds. */
  database: boolean;
  /** It holds every table that this version works with. */
  schema: boolean;
}

const tables = Object.values(schema).flatMap((each) => (is(each, PgTable) ? [getTableName(each)] : []));

/** For a load balancer: says whether this process can work, and nothing of whom it works for. */
export async function health(): Promise<Health> {
  try {
    const found = await within(patienceMilliseconds, countTables());
    const complete = found === tables.length;
    return { ok: complete, database: true, schema: complete };
  } catch (error) {
    log.error("the database did not answer", trace(error));
    return { ok: false, database: false, schema: false };
  }
}

async function countTables(): Promise<number> {
  const [row] = await rowsOf<{ found: number }>(
    connection().db,
    sql`select count(*)::int as found from pg_tables
        where schemaname = 'public' and tablename in ${tables}`,
  );
  return row?.found ?? 0;
}

/** Rejects when it takes longer. A statement's own limit would not count the time until a connection is there. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("No answer in time.")), milliseconds);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
