import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Connection, connect } from "@/db/client";
import { type Canary, readCanaries, rosterCanaries, shapesOf } from "./canaries";
import { givens } from "./given";
import { scanDatabase } from "./phi-scan";
import { cloneDatabase } from "./template";

const roster = `member_id,first_name,last_name,birth_date,phone,language,zip,consent
VC-100234,Rosa,Marín,1994-05-17,+1 (212) 555-0123,es,10027,yes
,Bo,,someday,12,en,100,no`;
const canaries: Canary[] = [...rosterCanaries(roster), { kind: "text", value: "I feel dizzy since Tuesday" }];

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let connection: Connection;
let sql: postgres.Sql;

// As the owner, because the tables that leak are made here.
beforeAll(async () => {
  clone = await cloneDatabase();
  connection = connect(clone.url);
  sql = postgres(clone.url, { max: 1, onnotice: () => {} });
  const given = givens(connection.db);
  const program = await given.program();
  await given.sender(program.id, { number: "+17185550123" });
  await given.patient(program.id, { name: "Rosa Marín", on: await given.phone("+12125550123") });
});
afterAll(async () => {
  await sql.end();
  await connection.close();
  await clone.drop();
});

/** What a scan finds while a table holds these columns, each with its type. */
async function scanOf(...values: [type: string, value: string | Buffer][]): Promise<string[]> {
  const columns = values.map(([type], i) => `c${i} ${type}`).join(", ");
  await sql.unsafe(`create schema apart; create table apart.leak (${columns})`);
  try {
    const places = values.map(([type], i) => `$${i + 1}::text::${type}`.replace("::text::bytea", "::bytea"));
    await sql.unsafe(
      `insert into apart.leak values (${places.join(", ")})`,
      values.map(([, value]) => value),
    );
    const { findings } = await scanDatabase(clone.url, canaries);
    return findings.flatMap((f) => f.kinds.map((kind) => `${f.table}.${f.column} ${kind} ${f.rows}`));
  } finally {
    await sql.unsafe("drop schema apart cascade");
  }
}

test("a sealed patient is not found, in every table and column there is", async () => {
  const scan = await scanDatabase(clone.url, canaries);

  expect(scan.findings).toEqual([]);
  const [has] = await sql<{ tables: number; columns: number }[]>`
    select count(distinct (table_schema, table_name))::int as tables, count(*)::int as columns
    from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')`;
  expect(scan).toMatchObject({ ...has });
  expect(scan.rows).toBeGreaterThan(5);
});

describe("a leak is found", () => {
  test.each<[string, string, string | Buffer]>([
    ["name", "text", "Dear Rosa Marín, come in"],
    ["name", "text", "MARIN, ROSA"],
    ["name", "varchar(80)", "rosa.marin@mail.example"],
    ["name", "text[]", "{nobody,Rosa  Marín}"],
    ["name", "jsonb", '{"who":{"first":"Rosa","last":"Marín"}}'],
    ["name", "jsonb", '{"by":{"Rosa Marín":1}}'],
    ["name", "json", '["Rosa","Mar\\u00edn"]'],
    ["name", "bytea", Buffer.from("x Rosa Marín x", "utf8")],
    ["name", "bytea", Buffer.from("Rosa Marín", "latin1")],
    ["name", "bytea", Buffer.from(Buffer.from("Rosa Marín").toString("hex"))],
    ["name", "text", Buffer.from("Rosa Marín").toString("hex")],
    ["name", "text", Buffer.from("to Rosa Marín").toString("base64")],
    ["phone", "text", "+12125550123"],
    ["phone", "text", "call 212-555-0123."],
    ["phone", "text", "(212) 555 0123"],
    ["phone", "text", "555-0123"],
    ["phone", "text", "tel:5550123"],
    ["phone", "bigint", "12125550123"],
    ["phone", "jsonb", '{"to":2125550123}'],
    ["phone", "bytea", Buffer.from("012125550123", "hex")],
    ["member number", "text", "vc 100234"],
    ["member number", "jsonb", '{"row":"VC100234"}'],
    ["birth date", "date", "1994-05-17"],
    ["birth date", "text", "born 5/17/1994"],
    ["zip", "text", "NY 10027-1234"],
    ["text", "text", "“I feel dizzy, since Tuesday!”"],
    ["text", "bytea", Buffer.from("I feel dizzy since Tuesday")],
  ])("%s in %s: %s", async (kind, type, value) => {
    expect(await scanOf([type, value])).toEqual([`apart.leak.c0 ${kind} 1`]);
  });

  test("across the columns of a row", async () => {
    const columns: [string, string][] = [
      ["text", "Rosa"],
      ["int", "7"],
      ["text", "MARIN"],
    ];
    expect(await scanOf(...columns)).toEqual(["apart.leak.* name 1"]);
  });
});

test("what may stand in clear is not a leak", async () => {
  expect(
    await scanOf(
      ["text", "Rosa"],
      ["text", "es"],
      ["text", "100"],
      ["smallint", "1994"],
      ["integer", "10027"],
      ["jsonb", '{"count":10027,"nurse":"Rosa"}'],
      ["text", "Valley Care: call 718-555-0123"],
      ["uuid", "0190a1b2-5550-7123-8000-125550123000"],
      ["timestamptz", "2026-03-04 12:12:55.501+00"],
    ),
  ).toEqual([]);
});

test("without canaries it refuses instead of finding nothing", async () => {
  await expect(scanDatabase(clone.url, [])).rejects.toThrow("nothing to look for");
  await expect(scanDatabase(clone.url, [{ kind: "zip", value: "100" }])).rejects.toThrow(
    "nothing to look for",
  );
});

test("a list of lines is phones and texts", () => {
  const list = readCanaries("+1 212 555 0123\n\nI feel dizzy\n");
  expect(list.map((c) => c.kind)).toEqual(["phone", "text"]);
  expect(shapesOf({ kind: "text", value: "I feel dizzy" })).toContain("i feel dizzy");
  expect(readCanaries(`\uFEFF${roster}`)).toEqual(rosterCanaries(roster));
});
