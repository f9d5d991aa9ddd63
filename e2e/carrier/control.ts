import { sendWebhook, textUs } from "./control-texts";
import type { Faults } from "./faults";
import type { createFired } from "./fired";
import type { PatientText } from "./inbound";
import type { Lookup } from "./insights";
import { isObject, parseJson } from "./json";
import type { Ledger } from "./ledger";
import type { Post } from "./post";
import { notFound } from "./problems";
import { type Answer, bad, type Call, refuse } from "./server";
import type { signWebhook } from "./token";
import type { WebhookKind, Webhooks } from "./webhooks";
import type { Windows } from "./windows";

export type Controls = {
  ledger: Ledger;
  webhooks: Webhooks;
  windows: Windows;
  faults: Faults;
  fired: ReturnType<typeof createFired>;
  lookups: { faults: Faults; all: Lookup[] };
  post: Post;
  signer: Parameters<typeof signWebhook>[1];
  urls: Record<WebhookKind, string>;
  changeRate: (perSecond: number) => void;
  textUs: (text: PatientText) => string;
};

export type Fields = Record<string, unknown>;

type Control = (fields: Fields, controls: Controls, asked: URLSearchParams) => Answer | Promise<Answer>;

/** What tests may do to the carrier; Vonage has none of this. */
const all: Record<string, Control> = {
  "GET /control/state": (_, { ledger, webhooks }) =>
    ok({ accepted: ledger.count(), webhooks: webhooks.counts(), receipts: webhooks.held() }),
  "GET /control/ledger": readLedger,
  "GET /control/ledger/summary": (_, { ledger }) => ok(ledger.summary()),
  "GET /control/windows": readWindows,
  "POST /control/windows": (_, { windows }) => {
    windows.forget();
    return ok({});
  },
  "GET /control/faults": (_, { faults }) => ok(faults.report()),
  "POST /control/faults": (fields, { faults }) => {
    const complaint = faults.replace(fields);
    return complaint ? bad(complaint) : ok(faults.report());
  },
  "GET /control/fired": readFired,
  "GET /control/fates": (_, { faults }) => ok(faults.reportEndings()),
  "POST /control/fates": ({ on }, { faults }) => {
    if (typeof on !== "boolean") return bad("on must be true or false.");
    faults.letAllEndingsAct(on);
    return ok(faults.reportEndings());
  },
  "GET /control/lookups": (_, { lookups }) => ok(lookups.all),
  "POST /control/lookups/faults": (fields, { lookups: { faults } }) => {
    const complaint = faults.replace(fields);
    return complaint ? bad(complaint) : ok(faults.report());
  },
  "POST /control/receipts": ({ held }, { webhooks }) => {
    if (typeof held !== "boolean") return bad("held must be true or false.");
    webhooks.hold(held);
    return ok(webhooks.held());
  },
  "POST /control/rate": changeRate,
  "POST /control/inbound": textUs,
  "POST /control/webhook": sendWebhook,
};

export async function control(call: Call, controls: Controls): Promise<Answer> {
  const body = parseJson(call.rawBody);
  const wanted = `${call.method} ${call.url.pathname}`;
  const one = Object.hasOwn(all, wanted) ? all[wanted] : undefined;
  return one ? one(isObject(body) ? body : {}, controls, call.url.searchParams) : refuse(notFound);
}

function readLedger(_: Fields, { ledger }: Controls, asked: URLSearchParams): Answer {
  const [after, limit] = [countIn(asked, "after"), countIn(asked, "limit")];
  if (after === null || limit === null) return bad("after and limit must be whole numbers, 0 or more.");
  const to = asked.get("to");
  return ok(
    ledger.lines({ after, ...(to === null ? {} : { to }), ...(asked.has("limit") ? { limit } : {}) }),
  );
}

function readWindows(_: Fields, { windows }: Controls, asked: URLSearchParams): Answer {
  const after = countIn(asked, "after");
  return after === null ? bad("after must be an epoch second.") : ok(windows.report(after));
}

function readFired(_: Fields, { fired }: Controls, asked: URLSearchParams): Answer {
  const after = countIn(asked, "after");
  return after === null
    ? bad("after must be a whole number, 0 or more.")
    : ok(fired.after(after, asked.get("fault")));
}

function changeRate({ perSecond }: Fields, controls: Controls): Answer {
  if (typeof perSecond !== "number" || perSecond < 0) return bad("perSecond must be a number, 0 or more.");
  controls.changeRate(perSecond);
  return ok({ perSecond });
}

/** 0 when it is not asked for, null when it makes no sense. */
function countIn(asked: URLSearchParams, name: string): number | null {
  const value = Number(asked.get(name) ?? 0);
  return Number.isInteger(value) && value >= 0 ? value : null;
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}
