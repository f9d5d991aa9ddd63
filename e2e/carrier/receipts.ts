import { describe } from "./error-codes";
import type { FaultName, FaultOf } from "./fault";
import type { LedgerLine } from "./ledger";
import { between, chance } from "./patients/chance";
import { errorAddress, traceId } from "./problems";
import type { Webhooks } from "./webhooks";
import { network, priceOf } from "./wire";

export const receiptFaults = [
  "late_receipts",
  "no_receipts",
  "duplicate_receipts",
  "shuffled_receipts",
  "reject",
  "undeliverable",
] as const satisfies FaultName[];

export type ReceiptFault = FaultOf<(typeof receiptFaults)[number]>;

type Status = "submitted" | "delivered" | "rejected" | "undeliverable";

type Receipts = { webhooks: Webhooks; seed: string | null; speed: number };

type Story = { line: LedgerLine; segments: number; faults: readonly ReceiptFault[] };

/** Queues the status webhooks of a text; `told` is called when the receiver has had a first chance to take one. */
export function sendReceipts({ webhooks, seed, speed }: Receipts, story: Story, told?: () => void) {
  const { line, segments, faults } = story;
  const { statuses, error } = endOf(faults);
  const order = isFaulty(faults, "shuffled_receipts") ? shuffled(statuses, line) : statuses;
  const copies = Math.max(1, ...faults.map((one) => (one.fault === "duplicate_receipts" ? one.times : 1)));
  // Lateness is of our time, delays are of the carrier's.
  let due = sum(faults.map((one) => (one.fault === "late_receipts" ? one.ms * speed : 0)));
  if (order.length === 0) told?.();

  for (const [step, status] of order.entries()) {
    due += delay(seed, line, step);
    const failed = error && status === statuses.at(-1) ? { error: errorObject(error) } : {};
    const charged = status === "rejected" ? {} : { usage: priceOf(segments) };
    const event = {
      message_uuid: line.message_uuid,
      to: line.to,
      from: line.from,
      status,
      channel: "sms",
      ...(line.client_ref === null ? {} : { client_ref: line.client_ref }),
      ...failed,
      ...charged,
      destination: network,
      sms: { count_total: String(segments) },
    };
    webhooks.send("status", due, event, { copies, ...(step === 0 && told ? { tried: told } : {}) });
  }
}

function endOf(faults: readonly ReceiptFault[]): { statuses: readonly Status[]; error?: string } {
  if (isFaulty(faults, "no_receipts")) return { statuses: [] };
  for (const one of faults) {
    if (one.fault === "reject") return { statuses: ["rejected"], error: one.code };
    if (one.fault === "undeliverable") return { statuses: ["submitted", "undeliverable"], error: one.code };
  }
  return { statuses: ["submitted", "delivered"] };
}

function errorObject(code: string) {
  return { type: errorAddress(code), title: code, detail: describe(code).detail, instance: traceId() };
}

function isFaulty(faults: readonly ReceiptFault[], name: ReceiptFault["fault"]): boolean {
  return faults.some(({ fault }) => fault === name);
}

function shuffled(statuses: readonly Status[], { client_ref, n }: LedgerLine): Status[] {
  const place = (status: Status) => chance("order", client_ref ?? n, status);
  return [...statuses].sort((one, other) => place(one) - place(other));
}

/** Milliseconds since the step before: a carrier's pace when patients are played, else next to nothing. */
function delay(seed: string | null, line: LedgerLine, step: number): number {
  const share = chance(seed ?? "off", "receipt", line.to, line.n, step);
  if (seed === null) return between(0, 10, share);
  return step === 0 ? between(50, 150, share) : between(300, 1350, share);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
