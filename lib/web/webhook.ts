import "server-only";
import { businessNow } from "@/lib/clock";
import type { Ctx } from "@/lib/context";
import { connection } from "@/lib/database";
import { DomainError } from "@/lib/errors";
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
      if (!body) return new Response(null, { status: 413 });
      const ctx: Ctx = { actor: { kind: "carrier" }, db: connection().db, now: businessNow() };
      await store(ctx, { authorization: request.headers.get("authorization"), body });
      return new Response(null, { status: 200 });
    } catch (error) {
      const failure = failureOf(error, name);
      // Unsigned or badly signed calls are answered 401; anything unforeseen 500, so that the carrier tries again.
      const refused = error instanceof DomainError && error.code === "forbidden";
      return new Response(null, { status: refused ? 401 : httpStatus[failure.code] });
    }
  };
}
