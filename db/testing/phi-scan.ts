import postgres from "postgres";
import { type Canary, shapesOf, wordsOf } from "./canaries";

export interface Finding {
  /** schema.table */
  table: string;
  /** "*" when first and last name stand in columns of their own. */
  column: string;
  kinds: Canary["kind"][];
  rows: number;
}

export interface Scan {
  tables: number;
  columns: number;
  rows: number;
  findings: Finding[];
}

interface Column {
  schema: string;
  table: string;
  name: string;
  type: string;
}

type Value = string | Buffer | null;
type Shape = { words: string; kind: Canary["kind"] };
/** Shapes by their first word. */
type Index = Map<string, Shape[]>;

/**
 * Looks for the canaries in every column of every table at `url`, whatever its type: as text, inside JSON, and as
 * bytes read as UTF-8, Latin-1, hex or base64. Throws when there is nothing to look for, or a table may not be read.
 */
export async function scanDatabase(url: string, canaries: Canary[]): Promise<Scan> {
  const index = indexOf(canaries);
  if (index.size === 0) throw new Error("There is nothing to look for: the list of canaries is empty.");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const tables = groupBy(await columnsIn(sql), (c) => `${c.schema}.${c.table}`);
    const scan: Scan = { tables: tables.size, columns: 0, rows: 0, findings: [] };
    for (const [table, columns] of tables) {
      scan.columns += columns.length;
      const found = new Map<string, Finding>();
      for await (const rows of rowsOf(sql, columns)) {
        scan.rows += rows.length;
        for (const row of rows)
          for (const [column, kinds] of kindsInRow(index, columns, row)) {
            const finding = found.get(column) ?? { table, column, kinds: [], rows: 0 };
            finding.kinds = [...new Set([...finding.kinds, ...kinds])];
            finding.rows += 1;
            found.set(column, finding);
          }
      }
      scan.findings.push(...found.values());
    }
    return scan;
  } finally {
    await sql.end();
  }
}

function columnsIn(sql: postgres.Sql): Promise<Column[]> {
  return sql<Column[]>`
    select n.nspname as schema, c.relname as table, a.attname as name, format_type(a.atttypid, null) as type
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      and n.nspname not like 'pg_temp%'
    order by n.nspname, c.relname, a.attnum`;
}

function rowsOf(sql: postgres.Sql, columns: Column[]) {
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const list = columns.map(({ name, type }) =>
    type === "bytea" ? quoted(name) : `${quoted(name)}::text as ${quoted(name)}`,
  );
  const from = [columns[0]?.schema, columns[0]?.table].map((name) => quoted(name ?? "")).join(".");
  return sql.unsafe<Record<string, Value>[]>(`select ${list.join(", ")} from ${from}`).cursor(500);
}

function indexOf(canaries: Canary[]): Index {
  const shapes = canaries.flatMap((c) => shapesOf(c).map((words) => ({ words, kind: c.kind })));
  const once = [...new Map(shapes.map((s) => [`${s.kind} ${s.words}`, s])).values()];
  return groupBy(once, (s) => s.words.split(" ", 1)[0] ?? "");
}

/** What each column of a row gives away; "*" if two of them do together. */
function kindsInRow(
  index: Index,
  columns: Column[],
  row: Record<string, Value>,
): Map<string, Set<Canary["kind"]>> {
  const found = new Map<string, Set<Canary["kind"]>>();
  for (const { name, type } of columns) {
    const kinds = new Set(formsOf(row[name] ?? null, type).flatMap((form) => kindsIn(index, form)));
    // As in isSmallNumber.
    if (/^(smallint|integer|bigint|numeric|real|double|xid8)/.test(type)) kinds.delete("zip");
    if (kinds.size > 0) found.set(name, kinds);
  }
  if (found.size > 0) return found;
  return isNamedAcross(index, Object.values(row)) ? new Map([["*", new Set(["name"])]]) : found;
}

/** First name in one column, last name in another. */
function isNamedAcross(index: Index, values: Value[]): boolean {
  const all = new Set(values.filter((value) => typeof value === "string").map(wordsOf));
  return [...all].some((first) =>
    index.get(first)?.some(({ words, kind }) => kind === "name" && all.has(words.slice(first.length + 1))),
  );
}

/** A value in every way that it could be read. */
function formsOf(value: Value, type: string): string[] {
  if (value === null) return [];
  if (typeof value !== "string") {
    // Digits packed two to a byte show in the hex form.
    const packed = value.toString("hex").replace(/^0|f$/g, "");
    return [...readings(value.toString("utf8")), value.toString("latin1"), packed];
  }
  if (type === "uuid") return [value];
  if (!/^jsonb?$/.test(type)) return readings(value);
  const json: unknown = JSON.parse(value);
  return [...readings(leavesOf(json)), keysOf(json)];
}

/** The text, and what its hex or base64 parts say. */
function readings(text: string): string[] {
  const hex = text.match(/\b(?:\\?x)?(?:[0-9a-f]{2}){6,}\b/gi) ?? [];
  const base64 = text.match(/[A-Za-z0-9+/_-]{12,}={0,2}/g) ?? [];
  return [
    text,
    ...hex.map((part) => Buffer.from(part.replace(/^\\?x/i, ""), "hex").toString("utf8")),
    ...base64.map((part) => Buffer.from(part, "base64").toString("utf8")),
  ];
}

/** Only the values: first and last name stand side by side, without the keys between them. */
function leavesOf(json: unknown): string {
  if (typeof json === "object" && json !== null) return Object.values(json).map(leavesOf).join(" ");
  return isSmallNumber(json) ? "" : String(json);
}

function keysOf(json: unknown): string {
  if (typeof json !== "object" || json === null) return "";
  const own = Array.isArray(json) ? [] : Object.keys(json);
  return [...own, ...Object.values(json).map(keysOf)].join(" ");
}

// A count or a cost may well be five digits that are somebody's ZIP code.
const isSmallNumber = (value: unknown) => typeof value === "number" && Math.abs(value) < 1_000_000;

function kindsIn(index: Index, text: string): Canary["kind"][] {
  const words = `${wordsOf(text)} `;
  const kinds: Canary["kind"][] = [];
  for (let start = 0; start < words.length; start = words.indexOf(" ", start) + 1) {
    const shapes = index.get(words.slice(start, words.indexOf(" ", start))) ?? [];
    for (const shape of shapes)
      if (words.startsWith(`${shape.words} `, start) && !isOtherPhone(shape, words.slice(0, start)))
        kinds.push(shape.kind);
  }
  return kinds;
}

/** The last seven digits after another area code are another number, such as a clinic's own. */
const isOtherPhone = ({ kind, words }: Shape, before: string): boolean =>
  kind === "phone" && words.replace(" ", "").length === 7 && /(^| )\d{3} $/.test(before);

function groupBy<T>(items: T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
