import { readFileSync } from "node:fs";
import { readCanaries } from "@/db/testing/canaries";
import { scanDatabase } from "@/db/testing/phi-scan";

// npm run phi-scan -- [database URL] [canaries file]. Says where something stands readable, never what.
const [url = process.env.DATABASE_URL, file = "public/sample-roster.csv"] = process.argv.slice(2);
if (!url) {
  console.error("Which database? npm run phi-scan -- postgres://user:password@host/name [canaries file]");
  process.exit(1);
}

const canaries = readCanaries(readFileSync(file, "utf8"));
const { tables, columns, rows, findings } = await scanDatabase(url, canaries);
const scanned = `${tables} tables, ${columns} columns, ${rows} rows scanned for ${canaries.length} canaries`;

for (const { table, column, kinds, rows } of findings)
  console.error(`${table}.${column}: ${kinds.join(", ")} readable in ${rows} ${rows === 1 ? "row" : "rows"}`);
if (findings.length > 0) {
  console.error(`${scanned}, found in ${findings.length} places`);
  process.exitCode = 1;
} else console.log(`${scanned}, nothing found`);
