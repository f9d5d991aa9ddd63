import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { applicationRole } from "./client";

// Any constant will do, as long as every starting process asks for the same one.
const migrationLock = 4_206_017;

/** Brings the database at `url` to the newest schema. Safe to run from several processes at once. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await client.unsafe(
      `do $$ begin create role ${applicationRole} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    );
    await client.unsafe(`grant ${applicationRole} to current_user`);
    await migrate(drizzle(client), { migrationsFolder: path.join(import.meta.dirname, "migrations") });
  } finally {
    await client.end({ timeout: 5 });
  }
}
