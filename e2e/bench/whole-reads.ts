import type { LoadDatabase } from "@/db/testing/load";
import { until } from "./calls";

/**
 * Throws when one of these big tables was read from end to end since there were `before` such readings. The server
 * tells of a scan within a second or so.
 */
export async function noWholeReads(
  database: LoadDatabase,
  tables: readonly string[],
  before: number,
): Promise<void> {
  const deadline = Date.now() + 3_000;
  await until(async () => Date.now() > deadline, {
    patienceMs: 10_000,
    otherwise: "The clock did not go on",
  });
  const reads = (await database.wholeReads(tables)) - before;
  if (reads > 0) throw new Error(`A whole table (${tables.join(", ")}) was read ${reads} times.`);
}
