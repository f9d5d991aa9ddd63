import { z } from "zod";
import type { carrierSettings } from "@/lib/env";
import { bearers, headersOf } from "./bearer";
import { type Exchange, type Limits, posts } from "./exchange";

export const lineTypes = ["mobile", "landline", "toll_free", "premium", "virtual", "unknown"] as const;
export type LineType = (typeof lineTypes)[number];

/** What one lookup came to. `code` never holds words of the carrier's: it may be shown and logged. */
export type LineAnswer =
  | { kind: "known"; lineType: LineType }
  /** Nobody can say now: an outage, too many calls, an answer that makes no sense. */
  | { kind: "later"; code: string }
  /** The carrier does not let our account look numbers up: no other number will fare better. */
  | { kind: "off"; code: string };

export interface Insights {
  /** Tells Vonage this number, and nothing else. Never throws. */
  lineTypeOf(e164: string): Promise<LineAnswer>;
}

/** Calls at once; as many are claimed. */
export const lookupsAtOnce = 5;

const usual: Limits = {
  sockets: lookupsAtOnce,
  connectMilliseconds: 3_000,
  totalMilliseconds: 8_000,
  answerBytes: 64_000,
  idleMilliseconds: 4_000,
};

/** Identity Insights over REST: the SDK has no package for it. Throws on a key that cannot sign. */
export function vonageInsights(
  settings: Pick<
    NonNullable<ReturnType<typeof carrierSettings>>,
    "insightsHost" | "applicationId" | "privateKey"
  >,
  limits: Partial<Limits> = {},
): Insights {
  const bearer = bearers(settings);
  const host = settings.insightsHost.replace(/\/+$/, "");
  const post = posts(host, { ...usual, ...limits });
  return {
    async lineTypeOf(e164) {
      const asked = { phone_number: e164.replace(/\D/g, ""), insights: { current_carrier: {}, format: {} } };
      const url = `${host}/identity-insights/v1/requests`;
      return answerOf(await post(url, headersOf(bearer()), JSON.stringify(asked)));
    },
  };
}

// Each insight has a status of its own; what it says of the number stands in ours, whatever its format's says.
const Answer = z.object({
  insights: z.object({
    current_carrier: z.object({
      network_type: z.string().nullish().catch(null),
      status: z.object({ code: z.string() }),
    }),
  }),
});

const settled: Readonly<Record<string, "read" | "unknown" | "later" | "off">> = {
  OK: "read",
  PARTIAL_SUCCESS: "read",
  INVALID_NUMBER_FORMAT: "unknown",
  UNSUPPORTED_NETWORK_TYPE: "unknown",
  NO_COVERAGE: "unknown",
  NOT_FOUND: "unknown",
  SUPPLIER_ERROR: "later",
  INTERNAL_ERROR: "later",
  UNAUTHORIZED: "off",
  INVALID_PURPOSE: "off",
};

const types: Readonly<Record<string, LineType>> = {
  MOBILE: "mobile",
  LANDLINE: "landline",
  TOLLFREE: "toll_free",
  PREMIUM: "premium",
  VIRTUAL: "virtual",
};

const off = new Set([401, 402, 403]);

/** Reads what came back of a lookup. */
export function answerOf(exchange: Exchange): LineAnswer {
  if (exchange.kind !== "answered") return { kind: "later", code: exchange.code };
  const { httpStatus, body } = exchange;
  if (off.has(httpStatus)) return { kind: "off", code: String(httpStatus) };
  if (httpStatus < 200 || httpStatus >= 300) return { kind: "later", code: String(httpStatus) };
  const answer = Answer.safeParse(parseJson(body));
  if (!answer.success) return { kind: "later", code: exchange.code ?? "unreadable_answer" };
  const { status, network_type } = answer.data.insights.current_carrier;
  const kind = Object.hasOwn(settled, status.code) ? settled[status.code] : undefined;
  if (kind === "later" || kind === "off") return { kind, code: status.code };
  if (kind === undefined) return { kind: "later", code: "unreadable_answer" };
  return { kind: "known", lineType: kind === "read" ? typeOf(network_type) : "unknown" };
}

// The SDKs disagree about its case.
function typeOf(networkType: string | null | undefined): LineType {
  const word = (networkType ?? "").toUpperCase();
  return (Object.hasOwn(types, word) ? types[word] : undefined) ?? "unknown";
}

function parseJson(body: string | null): unknown {
  try {
    return body === null ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}
