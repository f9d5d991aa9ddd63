import "server-only";
import { businessNow } from "@/lib/clock";
import { Forbidden, Invalid } from "@/lib/errors";
import { currentSession } from "./auth";
import { failureOf, httpStatus } from "./failure";
import { contextOf, type PersonCtx } from "./page-context";

/** A route handler for signed-in people. Refuses other origins; failures come as {code, message, fields}. */
export function personRoute<Params>(
  name: string,
  run: (ctx: PersonCtx, request: Request, params: Params) => Promise<Response>,
  { touch = true }: { touch?: boolean } = {},
) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    try {
      if (request.method !== "GET" && !isSameOrigin(request)) throw new Forbidden("same-origin");
      const live = await currentSession({ touch });
      if (!live) return json({ code: "signed-out", message: "Your session is over. Sign in again." }, 401);
      return await run(contextOf(live.user), request, await context.params);
    } catch (error) {
      const failure = failureOf(error, name);
      return json(failure, httpStatus[failure.code]);
    }
  };
}

/** What a browser sends with another site's form or script is refused. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}

export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { "Cache-Control": "no-store" } });
}

/** What a verb answered and when it had: a page that was read before `at` may not know of it yet. */
export async function asOf<T extends object>(work: Promise<T>): Promise<T & { at: string }> {
  const answer = await work;
  return { ...answer, at: businessNow().toISOString() };
}

/** The body as JSON of at most `limit` bytes. Throws Invalid. */
export async function jsonBody(request: Request, limit = 64_000): Promise<unknown> {
  const body = await boundedBody(request, limit).catch((error: unknown) => {
    // Somebody went to another page while it was being sent: nobody waits for the answer.
    if (request.signal.aborted || (error instanceof Error && "code" in error && error.code === "ECONNRESET"))
      throw new Invalid("The request broke off on its way.");
    throw error;
  });
  if (!body) throw new Invalid("That is too long to send.");
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new Invalid("That request could not be read.");
  }
}

/** The raw body, or undefined as soon as it is over `limit` bytes: no more of it is held in memory. */
export async function boundedBody(request: Request, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers.get("content-length")) > limit) return undefined;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request.body ?? []) {
    length += piece.length;
    if (length > limit) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
