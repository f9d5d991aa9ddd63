import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { garbage, hang, huge, reset, serverError } from "./broken-answers";
import type { FaultName } from "./fault";
import type { Faults } from "./faults";
import { isObject, parseJson } from "./json";
import { invalidJson, invalidParams, refusal, throttled } from "./problems";
import type { createRate } from "./rate";
import { type Answer, type Call, refuse } from "./server";
import type { bearerCheck } from "./token";
import { isPhone } from "./validation";

/** What the carrier says of a number that ends so; of any other that it is a mobile's. */
const lines: Record<string, { network_type?: string | null; code?: string }> = {
  "0170": { network_type: "LANDLINE" },
  "0171": { network_type: "VIRTUAL" },
  "0172": { code: "NO_COVERAGE" },
  "0173": { network_type: "TOLLFREE" },
  "0174": { network_type: "PREMIUM" },
  "0175": { code: "SUPPLIER_ERROR" },
  "0176": { network_type: "mobile" },
  "0177": { network_type: null },
  "0178": { code: "UNAUTHORIZED" },
};

export const lookupFaults = [
  "throttle",
  "refuse",
  "error_before",
  "hang",
  "reset_before",
  "huge_reply",
  "garbage_reply",
  "slow",
] as const satisfies FaultName[];

export type Lookup = { phone: string; at: string };

type Counter = {
  refuseBearer: ReturnType<typeof bearerCheck>;
  rate: ReturnType<typeof createRate>;
  /** Of lookups only: a plan against texts leaves them alone. */
  faults: Faults;
  /** Every number that a caller let us know, oldest first. */
  lookups: Lookup[];
};

/** What becomes of each call to POST /identity-insights/v1/requests. Texts and lookups share one rate. */
export function openInsights({ refuseBearer, rate, faults, lookups }: Counter) {
  return async ({ rawBody, authorization }: Call): Promise<Answer> => {
    const unknownCaller = refuseBearer(authorization);
    if (unknownCaller) return refuse(unknownCaller);
    if (!rate.admits()) return refuse(throttled);
    const body = parseJson(rawBody);
    if (!isObject(body)) return refuse(invalidJson("The body must be a JSON object."));
    const { phone_number: phone, insights } = body;
    if (!isPhone(phone))
      return refuse(invalidParams([{ name: "phone_number", reason: "must be 7 to 15 digits." }]));
    if (!isObject(insights) || !isObject(insights.current_carrier))
      return refuse(invalidParams([{ name: "insights", reason: "must ask for current_carrier." }]));

    lookups.push({ phone, at: new Date().toISOString() });
    return play(faults, `lookup ${lookups.length}`, phone, insights);
  };
}

async function play(faults: Faults, ref: string, phone: string, asked: object): Promise<Answer> {
  const fault = faults.first(lookupFaults, { ref, phone });
  const found = insightsOf(phone, asked);
  switch (fault?.fault) {
    case undefined:
      return { status: 200, body: found };
    case "throttle":
      return refuse(throttled);
    case "refuse":
      return refuse(refusal(fault.httpStatus, fault.code));
    case "error_before":
      return serverError(fault.httpStatus);
    case "hang":
      return hang(fault.ms);
    case "reset_before":
      return reset;
    case "huge_reply":
      return huge(found, fault.megabytes);
    case "garbage_reply":
      return garbage(fault.body);
    case "slow":
      await pause(fault.ms, undefined, { ref: false });
      return { status: 200, body: found };
  }
}

function insightsOf(phone: string, asked: object) {
  const { network_type = "MOBILE", code = "OK" } = lines[phone.slice(-4)] ?? {};
  const status = { code, message: code === "OK" ? "Success" : "The network gave no answer." };
  const carrier = { name: "Test network", country_code: "US", network_code: "00101", network_type };
  const format = {
    country_code: "US",
    country_name: "United States",
    is_format_valid: true,
    status: { code: "OK", message: "Success" },
  };
  return {
    request_id: randomUUID(),
    insights: {
      ...("format" in asked ? { format } : {}),
      current_carrier: code === "OK" ? { ...carrier, status } : { status },
    },
  };
}
