import { getTableColumns, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import * as s from "@/db/schema";

/** In the order in which they can be filled. */
const tables = {
  users: s.users,
  programs: s.programs,
  staffedHours: s.staffedHours,
  programMembers: s.programMembers,
  senders: s.senders,
  pace: s.pace,
  rosters: s.rosters,
  rosterRows: s.rosterRows,
  patients: s.patients,
  programPatients: s.programPatients,
  phones: s.phones,
  patientPhones: s.patientPhones,
  consents: s.consents,
  sendGroups: s.sendGroups,
  audiences: s.audiences,
  campaigns: s.campaigns,
  campaignTexts: s.campaignTexts,
  enrollments: s.enrollments,
  threads: s.threads,
  messages: s.messages,
  attempts: s.attempts,
  enrollmentSteps: s.enrollmentSteps,
  stops: s.stops,
  wrongNumberReports: s.wrongNumberReports,
  waits: s.waits,
  threadEvents: s.threadEvents,
  redFlags: s.redFlags,
  alerts: s.alerts,
  actions: s.actions,
  touches: s.touches,
  outcomeFiles: s.outcomeFiles,
  outcomeRows: s.outcomeRows,
  audit: s.audit,
};

/** What the pilot has written, table by table. */
export type Rows = { [Name in keyof typeof tables]: (typeof tables)[Name]["$inferInsert"][] };

const names = Object.keys(tables) as (keyof Rows)[];

export const emptyRows = (): Rows => Object.fromEntries(names.map((name) => [name, []])) as unknown as Rows;

/** No writing transaction may last long: each statement is one, of at most 2,000 rows. */
const batch = 2_000;

/** Refer to users, programs and rosters at most, and so need not wait for the people. */
const aside: (keyof Rows)[] = ["rosterRows", "attempts", "audit"];

/** On two connections, so that the database has something to do while we write the next statement. */
export async function load(db: Db, rows: Rows): Promise<void> {
  const ordered = names.filter((name) => !aside.includes(name));
  const start = ordered.indexOf("patients");
  await loadInOrder(db, rows, ordered.slice(0, start));
  await Promise.all([loadInOrder(db, rows, ordered.slice(start)), loadInOrder(db, rows, aside)]);
}

async function loadInOrder(db: Db, rows: Rows, order: (keyof Rows)[]): Promise<void> {
  for (const name of order)
    for (let from = 0; from < rows[name].length; from += batch)
      await insert(db, tables[name], rows[name].slice(from, from + batch));
}

// As one JSON parameter: tens of thousands of parameters take the driver and the database seconds.
async function insert(db: Db, table: PgTable, rows: Record<string, unknown>[]): Promise<void> {
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => rows.some((row) => key in row));
  const json = rows.map((row) => {
    const values: Record<string, unknown> = {};
    for (const [key, column] of columns) values[column.name] = inJson(row[key]);
    return values;
  });
  const list = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  await db.execute(sql`
    insert into ${table} (${list})
    select ${list} from json_populate_recordset(null::${table}, ${JSON.stringify(json)}::json)`);
}

const inJson = (value: unknown): unknown =>
  Buffer.isBuffer(value) ? `\\x${value.toString("hex")}` : (value ?? null);
