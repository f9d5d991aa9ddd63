import { errorObject, fateOf } from "./fates";
import type { LedgerLine } from "./ledger";
import { between, chance } from "./patients/chance";
import type { Webhooks } from "./webhooks";
import { network, priceOf, timestamp } from "./wire";

type Receipts = { webhooks: Webhooks; url: string; seed: string | null };

/** Queues the status webhooks that the fate of this text has in store. */
export function sendReceipts({ webhooks, url, seed }: Receipts, line: LedgerLine, segments: number) {
  const { statuses, error } = fateOf(line.to);

  let due = 0;
  for (const [step, status] of statuses.entries()) {
    due += delay(seed, line, step);
    const failed = error && step === statuses.length - 1 ? { error: errorObject(error) } : {};
    const charged = status === "rejected" ? {} : { usage: priceOf(segments) };

    webhooks.send(url, due, () => ({
      message_uuid: line.message_uuid,
      to: line.to,
      from: line.from,
      timestamp: timestamp(),
      status,
      channel: "sms",
      ...(line.client_ref === null ? {} : { client_ref: line.client_ref }),
      ...failed,
      ...charged,
      destination: network,
      sms: { count_total: String(segments) },
    }));
  }
}

/** Milliseconds since the step before: a carrier's pace when patients are played, else next to nothing. */
function delay(seed: string | null, line: LedgerLine, step: number): number {
  const share = chance(seed ?? "off", "receipt", line.to, line.n, step);
  if (seed === null) return between(0, 10, share);
  return step === 0 ? between(50, 150, share) : between(300, 1350, share);
}
