import type { AskedRule, Fault, FaultName, Rule } from "@/e2e/carrier/fault";
import type { Fired } from "@/e2e/carrier/fired";
import type { LedgerSummary, LedgerLine as WrittenLine } from "@/e2e/carrier/ledger";
import type { WindowsReport } from "@/e2e/carrier/windows";

/** A text of the product, which always gives a client_ref. */
export type LedgerLine = WrittenLine & { client_ref: string };

export type { AskedRule, FaultName, Fired, LedgerSummary, WindowsReport };

export interface CarrierState {
  accepted: number;
  webhooks: { delivered: number; pending: number; dropped: number };
  receipts: HeldReceipts;
}

export interface HeldReceipts {
  held: boolean;
  waiting: number;
}

export interface FaultPlan {
  seed: string;
  rules: (Rule & { fired: number })[];
}

export interface Endings {
  on: boolean;
  endings: (Fault & { ending: string; word: string; acts: boolean })[];
}

export interface PatientText {
  from: string;
  to: string;
  text?: string;
  /** A picture: true, or the address of one. */
  image?: true | string;
}

/** `raw` is sent as it is. `forge`: wrong-secret, stale, altered, alg-none or no-header; rightly signed without. */
export type Webhook = { kind: "inbound" | "status"; forge?: string } & (
  | { payload: unknown }
  | { raw: string }
);

/** The simulated carrier, as tests speak to it. Numbers are E.164. */
export function carrierControl(address: string) {
  const digits = (e164: string) => e164.replace(/\D/g, "");
  const bare = (text: PatientText) => ({ ...text, from: digits(text.from), to: digits(text.to) });
  const bareRule = (rule: AskedRule) => (rule.to === undefined ? rule : { ...rule, to: digits(rule.to) });

  async function call<Answer>(path: string, init?: RequestInit): Promise<Answer> {
    const response = await fetch(`${address}/control/${path}`, init);
    if (!response.ok)
      throw new Error(`The carrier refused ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  const get = <Answer>(path: string, asked: Record<string, string | number | undefined> = {}) => {
    const given = Object.entries(asked).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    return call<Answer>(`${path}?${new URLSearchParams(given)}`);
  };

  const post = <Answer>(path: string, body: unknown) =>
    call<Answer>(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });

  return {
    /** A patient texts us. */
    text: (from: string, to: string, text: string) =>
      post<{ message_uuid: string }>("inbound", bare({ from, to, text })),
    /** A patient sends a picture, with or without words. */
    picture: (from: string, to: string, text?: string) =>
      post<{ message_uuid: string }>("inbound", bare({ from, to, image: true, ...(text ? { text } : {}) })),
    /** Many patients text us at once. */
    texts: (texts: PatientText[]) => post<{ message_uuids: string[] }>("inbound", { texts: texts.map(bare) }),
    /** What the receiver answered to one webhook, forged as asked; null when it did not answer. */
    webhook: (webhook: Webhook) => post<{ status: number | null }>("webhook", webhook),

    /** Every text that reached the carrier for this number. */
    sentTo: (e164: string) => get<LedgerLine[]>("ledger", { to: digits(e164) }),
    /** The lines of the ledger after line `after`, oldest first. */
    ledger: (asked: { after?: number; limit?: number } = {}) => get<LedgerLine[]>("ledger", asked),
    ledgerSummary: () => get<LedgerSummary>("ledger/summary"),
    state: () => get<CarrierState>("state"),

    /** Calls, accepted texts and refusals of each second; `after` is an epoch second. */
    windows: (asked: { after?: number } = {}) => get<WindowsReport>("windows", asked),
    forgetWindows: () => post<Record<string, never>>("windows", {}),

    /** Puts this plan of faults in place of the active one. */
    playFaults: (seed: string, rules: AskedRule[]) =>
      post<FaultPlan>("faults", { seed, rules: rules.map(bareRule) }),
    playNoFaults: () => post<FaultPlan>("faults", { rules: [] }),
    /** The active plan, and how often each of its faults was played. */
    faults: () => get<FaultPlan>("faults"),
    /** The calls on which a fault was played, oldest first. */
    fired: (asked: { after?: number; fault?: FaultName } = {}) => get<Fired[]>("fired", asked),
    /** What the endings of numbers do. */
    endings: () => get<Endings>("fates"),
    /** Lets all endings of numbers act, or only those that a pilot meets too. */
    letAllEndingsAct: (on: boolean) => post<Endings>("fates", { on }),

    holdReceipts: () => post<HeldReceipts>("receipts", { held: true }),
    releaseReceipts: () => post<HeldReceipts>("receipts", { held: false }),
    /** How many calls the carrier admits in any second. */
    changeRate: (perSecond: number) => post<{ perSecond: number }>("rate", { perSecond }),
  };
}
