import pino from "pino";
import { env } from "@/lib/env";

// An allow-list: a field that is not named here never reaches a log, whatever somebody passes in.
const allowed = [
  "action",
  "actorId",
  "attemptId",
  "campaignId",
  "code",
  "consumer",
  "count",
  "errorId",
  "events",
  "failed",
  "httpStatus",
  "kind",
  "loop",
  "messageId",
  "milliseconds",
  "patientId",
  "permission",
  "programId",
  "reason",
  "rosterId",
  "route",
  "senderId",
  "sqlState",
  "stack",
  "threadId",
  "userId",
] as const;

export type LogFields = Partial<Record<(typeof allowed)[number], string | number | undefined>>;

let logger: pino.Logger | undefined;

/** What of these fields may be written down. */
export function allowedOnly(fields: LogFields): LogFields {
  return Object.fromEntries(
    allowed.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
}

function write(level: "info" | "warn" | "error", message: string, fields: LogFields): void {
  logger ??= pino({ level: env().LOG_LEVEL, base: null });
  logger[level](allowedOnly(fields), message);
}

/** `message` is a fixed sentence; whatever varies goes into the named fields. */
export const log = {
  info: (message: string, fields: LogFields = {}) => write("info", message, fields),
  warn: (message: string, fields: LogFields = {}) => write("warn", message, fields),
  error: (message: string, fields: LogFields = {}) => write("error", message, fields),
};

/** Where an error came from, without its message: messages quote parameters, and parameters are patients. */
export function trace(error: unknown): LogFields {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  return {
    kind: error.name,
    stack: frames
      .slice(0, 8)
      .map((f) => f.trim())
      .join(" < "),
  };
}
