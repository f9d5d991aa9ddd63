import { applicationRole, type Connection, connect } from "@/db/client";
import { env } from "@/lib/env";

// One pool per process, also when the bundler loads this file twice.
const held = globalThis as typeof globalThis & { hearbackConnection?: Connection };

/** The process's pool, acting as the plain application role. */
export function connection(): Connection {
  held.hearbackConnection ??= connect(env().DATABASE_URL, { max: 12, role: applicationRole });
  return held.hearbackConnection;
}
