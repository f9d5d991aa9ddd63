import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgDatabase, PgTable } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema";

export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;

export interface Connection {
  db: Db;
  close(): Promise<void>;
}

/** The plain role that web and worker act as: it cannot change tables or past audit rows. */
export const applicationRole = "hearback_app";

/** A pool of at most `max` connections. `role` is what every statement runs as; without it, the URL's own user. */
export function connect(url: string, { max = 10, role }: { max?: number; role?: string } = {}): Connection {
  const client = postgres(url, {
    max,
    onnotice: () => {},
    connect_timeout: 5,
    // The driver's own goes up to 20 s: so long after a restart nothing would be answered.
    backoff: (failures: number) => Math.min(1, 0.05 * 2 ** failures) * (0.5 + Math.random() / 2),
    connection: {
      application_name: "hearback",
      idle_in_transaction_session_timeout: 5_000,
      ...(role ? { role } : {}),
    },
  });
  return { db: drizzle(client, { schema }), close: () => client.end({ timeout: 5 }) };
}

/** A point in time as a parameter of hand-written SQL: the driver refuses Date objects there. */
export const at = (time: Date): SQL => sql`${time.toISOString()}::timestamptz`;

/** Ids as one array parameter of hand-written SQL. */
export const uuids = (ids: readonly string[]): SQL => sql`${`{${ids.join(",")}}`}::uuid[]`;

const quoted = (value: string | null): string =>
  value === null ? "null" : `"${value.replace(/["\\]/g, "\\$&")}"`;

/** Words as one array parameter of hand-written SQL. */
export const texts = (values: readonly (string | null)[]): SQL =>
  sql`${`{${values.map(quoted).join(",")}}`}::text[]`;

/** Yes or no, as one array parameter of hand-written SQL. */
export const flags = (values: readonly boolean[]): SQL => sql`${`{${values.join(",")}}`}::boolean[]`;

/** Whole numbers, as one array parameter of hand-written SQL. */
export const integers = (values: readonly (number | null)[]): SQL =>
  sql`${`{${values.map((v) => v ?? "null").join(",")}}`}::int[]`;

/** Digests, as one array parameter of hand-written SQL. */
export const digests = (values: readonly Buffer[]): SQL =>
  sql`${`{${values.map((value) => `"\\\\x${value.toString("hex")}"`).join(",")}}`}::bytea[]`;

/**
 * Inserts rows that all name the same columns, one array parameter a column: with a parameter for each value, a
 * thousand wide rows take several times as long. What comes after, such as "on conflict", is the caller's.
 */
export function insertOf<T extends PgTable>(table: T, rows: readonly T["$inferInsert"][]): SQL {
  const columns = Object.entries(getTableColumns(table))
    .filter(([key]) => key in (rows[0] ?? {}))
    .map(([key, column]) => ({ key, name: sql.identifier(column.name), type: column.getSQLType() }));
  const said = columns.map(({ key, name, type }, place) => {
    const write = writerOf(type);
    const values = rows.map((row) => write(row[key as keyof typeof row]));
    // What all rows say alike, such as when they were made, travels once; the first column counts them.
    const isOnce = place > 0 && values.every((value) => value === values[0]);
    const array = `{${(isOnce ? values.slice(0, 1) : values).join(",")}}`;
    return { name, type, isOnce, array: sql`${array}::${sql.raw(`${travelsAs(type)}[]`)}` };
  });
  const many = said.filter(({ isOnce }) => !isOnce);
  const read = said.map(({ name, type, isOnce, array }) => {
    const value = isOnce ? sql`(${array})[1]` : name;
    if (type === "bytea") return sql`decode(${value}, 'base64')`;
    return travelsAs(type) === type ? value : sql`${value}::${sql.raw(type)}`;
  });
  const named = (some: typeof said) => list(some.map(({ name }) => name));
  return sql`insert into ${table} (${named(said)}) select ${list(read)}
    from unnest(${list(many.map(({ array }) => array))}) given(${named(many)})`;
}

const list = (parts: (SQL | ReturnType<typeof sql.identifier>)[]): SQL => sql.join(parts, sql`, `);

/** Arrays of arrays would all have to be of one length; bytes are a third shorter so than as an array writes them. */
const travelsAs = (type: string) => (type.endsWith("[]") || type === "bytea" ? "text" : type);

const writerOf = (type: string) => (type === "uuid" ? asItIs : type === "bytea" ? inBase64 : element);

// Nothing in base64 has to be quoted; only nothing itself would be taken for a mistake.
const inBase64 = (value: unknown): string =>
  Buffer.isBuffer(value) ? value.toString("base64") || '""' : "null";

const asItIs = (value: unknown): string => (typeof value === "string" ? value : "null");

/** A value as it stands in the text of an array. */
function element(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object") return String(value);
  if (value instanceof Date) return value.toISOString();
  return quoted(Array.isArray(value) ? `{${value.map(element).join(",")}}` : JSON.stringify(value));
}

/** Rows of hand-written SQL. Timestamps, bigint, numeric and arrays arrive as text: name them in `Row` as such. */
export async function rowsOf<Row extends Record<string, unknown>>(db: Db, query: SQL): Promise<Row[]> {
  return [...(await db.execute<Row>(query))] as Row[];
}
