import { inspect } from "node:util";
import { DrizzleQueryError } from "drizzle-orm";
import { applicationRole, type Connection, connect } from "@/db/client";
import { env } from "@/lib/env";
import { sqlState } from "@/lib/errors";
import { trace } from "@/lib/log";

// Next and Node print what nobody caught, and this error's message and cause quote the query's parameters.
Object.defineProperty(DrizzleQueryError.prototype, inspect.custom, {
  configurable: true,
  value(this: DrizzleQueryError & { digest?: string }) {
    const { stack } = trace(this);
    return `A query failed: SQLSTATE ${sqlState(this) ?? "none"}, digest ${this.digest ?? "none"}, ${stack}`;
  },
});

// One pool per process, also when the bundler loads this file twice.
const held = globalThis as typeof globalThis & { hearbackConnection?: Connection };

/** The process's pool, acting as the plain application role. */
export function connection(): Connection {
  held.hearbackConnection ??= connect(env().DATABASE_URL, { max: 12, role: applicationRole });
  return held.hearbackConnection;
}
