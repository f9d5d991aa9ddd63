import "server-only";
import { businessNow } from "@/lib/clock";
import type { Ctx } from "@/lib/context";
import { connection } from "@/lib/database";
import { DomainError } from "@/lib/errors";
import { log, trace } from "@/lib/log";
import { isOutage } from "@/lib/outage";
import { failureOf, httpStatus } from "./failure";
import { boundedBody } from "./route";

const largestBody = 256_000;

/** A carrier's call: raw bytes in, 200 only once it is stored. What the carrier gets back names no patient. */
export function webhook(
  name: string,
  store: (ctx: Ctx, call: { authorization: string | null; body: Buffer }) => Promise<void>,
) {
  return async (request: Request): Promise<Response> => {
    try {
      const body = await boundedBody(request, largestBody);
      if (!body) {
        log.warn("a webhook was too large", { route: name });
        return answer(413);
      }
      const ctx: Ctx = { actor: { kind: "carrier" }, db: connection().db, now: businessNow() };
      await store(ctx, { authorization: request.headers.get("authorization"), body });
      return answer(200);
    } catch (error) {
      return answer(statusOf(error, name));
    }
  };
}

const answer = (status: number) => new Response(null, { status });

/** Unsigned or badly signed is 401. The carrier calls again after 503 and 500, and after nothing else. */
function statusOf(error: unknown, route: string): number {
  // Whoever refused it has logged why.
  if (error instanceof DomainError) return error.code === "forbidden" ? 401 : httpStatus[error.code];
  if (!isOutage(error)) return httpStatus[failureOf(error, route).code];
  log.error("a webhook came while the database was away", { route, ...trace(error) });
  return 503;
}
