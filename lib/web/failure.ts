import "server-only";
import { DomainError, type ErrorCode } from "@/lib/errors";
import { randomId } from "@/lib/ids";
import { log, trace } from "@/lib/log";

export interface Failure {
  code: ErrorCode | "unexpected";
  message: string;
  fields?: Record<string, string[]>;
}

export const httpStatus: Record<Failure["code"], number> = {
  invalid: 422,
  forbidden: 404,
  "not-found": 404,
  conflict: 409,
  blocked: 409,
  unavailable: 503,
  unexpected: 500,
};

/** Turns whatever was thrown into words for a person. Anything unforeseen is logged and shown as its id. */
export function failureOf(error: unknown, route: string): Failure {
  if (error instanceof DomainError) {
    if (error.code === "forbidden") log.warn("refused", { route, code: error.code });
    const code = error.code === "forbidden" ? "not-found" : error.code;
    return { code, message: error.message, ...(error.fields ? { fields: error.fields } : {}) };
  }
  const errorId = randomId();
  log.error("unexpected failure", { errorId, route, ...trace(error) });
  return {
    code: "unexpected",
    message: `Something went wrong on our side and nothing was changed. Try again; if it stays, tell your admin this number: ${errorId}`,
  };
}
