import { z } from "zod";
import { type Consequence, codeInType, followsFrom } from "./error-table";
import type { Exchange } from "./exchange";

/** What one call to the carrier came to. Only `never_left` and `refused` may lead to another call. */
export type SendOutcome =
  | { kind: "accepted"; carrierId: string }
  /** Proven: no byte of it reached the carrier. */
  | { kind: "never_left"; code: string }
  /** The carrier said no. `code` is Vonage's number, or the HTTP status where the answer names none. */
  | { kind: "refused"; httpStatus: number; code: string; consequence: Consequence }
  /** The carrier may have it: it is never sent again by itself. */
  | { kind: "ambiguous"; code: string; httpStatus?: number };

const Accepted = z.object({ message_uuid: z.guid() });
const Problem = z.object({ type: z.string() });

/** Reads what came back of a call. */
export function outcomeOf(exchange: Exchange): SendOutcome {
  if (exchange.kind === "never_left") return exchange;
  if (exchange.kind === "no_answer") return { kind: "ambiguous", code: exchange.code };
  const { httpStatus, body } = exchange;
  if (httpStatus >= 200 && httpStatus < 300) {
    const accepted = Accepted.safeParse(parseJson(body));
    if (accepted.success) return { kind: "accepted", carrierId: accepted.data.message_uuid };
    return { kind: "ambiguous", code: exchange.code ?? "unreadable_answer", httpStatus };
  }
  if (httpStatus >= 500) return { kind: "ambiguous", code: "server_error", httpStatus };
  if (!isRefusal(httpStatus)) return { kind: "ambiguous", code: "redirected", httpStatus };
  const problem = Problem.safeParse(parseJson(body));
  const code = problem.success ? codeInType(problem.data.type) : undefined;
  return {
    kind: "refused",
    httpStatus,
    code: code ?? String(httpStatus),
    consequence: followsFrom(code, httpStatus),
  };
}

// 307 and 308 ask for the same POST elsewhere, so it was not taken here. Servers answer 301, 302 and 303 also
// after a POST that they did take.
const isRefusal = (httpStatus: number) => httpStatus >= 400 || httpStatus === 307 || httpStatus === 308;

function parseJson(body: string | null): unknown {
  try {
    return body === null ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}
