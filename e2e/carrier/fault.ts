import { isObject } from "./json";
import { isPhone } from "./validation";

type GarbageBody = "not_json" | "no_uuid" | "empty";

/** Every fault that can be played, and its parameters as they are when nobody says otherwise. `ms` is our time. */
const usual = {
  throttle: {},
  refuse: { httpStatus: 422, code: "" },
  error_before: { httpStatus: 503 },
  error_after: { httpStatus: 503 },
  hang: { ms: 120_000, accepted: true },
  reset_before: {},
  reset_after: {},
  slow_drip: { ms: 1_000 },
  huge_reply: { megabytes: 100 },
  garbage_reply: { body: "not_json" as GarbageBody },
  slow: { ms: 2_000 },
  receipt_first: {},
  late_receipts: { ms: 60_000 },
  no_receipts: {},
  duplicate_receipts: { times: 5 },
  shuffled_receipts: {},
  reject: { code: "1240" },
  undeliverable: { code: "1300" },
  duplicate_inbound: { times: 2 },
};

type Usual = typeof usual;

export type FaultName = keyof Usual;
export type FaultOf<Name extends FaultName> = { [N in Name]: { fault: N } & Usual[N] }[Name];
export type Fault = FaultOf<FaultName>;

/** When a fault is played: in which share of all calls, to whom (null: anybody), how often at most (null: no end). */
export type Rule = Fault & { share: number; to: string | null; limit: number | null };

/** As a test writes it: all but the name may be left out. */
export type AskedRule = {
  [N in FaultName]: { fault: N; share?: number; to?: string; limit?: number } & Partial<Usual[N]>;
}[FaultName];

/** A rule with its parameters filled in, or the sentence that says what is wrong with it. */
export function readRule(asked: unknown): Rule | string {
  if (!isObject(asked)) return "A rule must be an object.";
  const { fault: name, share = 1, to = null, limit = null, ...parameters } = asked;
  if (!isFaultName(name)) return `fault must be one of ${Object.keys(usual).join(", ")}.`;
  if (typeof share !== "number" || !(share >= 0 && share <= 1)) return "share must be a number from 0 to 1.";
  if (to !== null && !isPhone(to)) return "to must be 7 to 15 digits, without a leading +.";
  if (limit !== null && !isCount(limit)) return "limit must be a whole number, 0 or more.";

  const known: Record<string, unknown> = usual[name];
  for (const [key, value] of Object.entries(parameters)) {
    if (!Object.hasOwn(known, key)) return `${name} takes no ${key}.`;
    const complaint = complaintAbout(name, key, value, known[key]);
    if (complaint) return complaint;
  }
  return { fault: name, ...known, ...parameters, share, to, limit } as Rule;
}

function complaintAbout(name: FaultName, key: string, value: unknown, usualValue: unknown): string | null {
  if (typeof value !== typeof usualValue) return `${key} of ${name} must be a ${typeof usualValue}.`;
  if (typeof value === "number" && !isCount(value)) return `${key} must be a whole number, 0 or more.`;
  const choice = choices[`${name}.${key}`];
  return choice && !choice.includes(value) ? `${key} of ${name} must be one of ${choice.join(", ")}.` : null;
}

const serverErrors = [500, 501, 502, 503, 504];
const choices: Record<string, readonly unknown[]> = {
  "refuse.httpStatus": [401, 402, 403, 422],
  "error_before.httpStatus": serverErrors,
  "error_after.httpStatus": serverErrors,
  "garbage_reply.body": ["not_json", "no_uuid", "empty"] satisfies GarbageBody[],
};

function isFaultName(value: unknown): value is FaultName {
  return typeof value === "string" && Object.hasOwn(usual, value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
