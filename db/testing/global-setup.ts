import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "@/db/migrate";
import { createDatabase, removeServer, startServer } from "@/db/server";
import { throwawayFolder } from "./throwaway";

declare module "vitest" {
  interface ProvidedContext {
    /** A superuser's address of the cluster that this run's databases live in. */
    adminUrl: string;
    templateDatabase: string;
  }
}

/** One cluster per run, with a migrated database that test files clone. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const template = "hearback_template";
  const dir = await throwawayFolder("vitest");
  const tearDown = () => removeServer(dir);
  try {
    const server = await startServer({ dir, fast: true });
    // On a signal vitest exits without tearing down. The folder goes with the next run.
    process.once("exit", server.quit);
    const adminUrl = server.url("postgres");
    await createDatabase(adminUrl, template);
    await migrateDatabase(server.url(template));
    await closeToVisitors(adminUrl, template);
    project.provide("adminUrl", adminUrl);
    project.provide("templateDatabase", template);
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

// A database that somebody is connected to cannot be cloned.
async function closeToVisitors(adminUrl: string, name: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await sql`alter database ${sql(name)} with is_template true allow_connections false`;
  await sql.end();
}
