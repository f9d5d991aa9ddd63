import type { LoadDatabase } from "@/db/testing/load";
import type { carrierControl, LedgerLine } from "@/e2e/carrier-control";

type Carrier = ReturnType<typeof carrierControl>;

/** A text was lost or doubled: then no figure is worth printing. */
export class Disagreement extends Error {
  constructor(faults: string[]) {
    super(`The carrier's ledger and the database disagree, so there are no figures: ${faults.join("; ")}.`);
  }
}

/** What the carrier accepted from this sender after line `after`, oldest first. */
export async function acceptedFrom(carrier: Carrier, sender: string, after: number): Promise<LedgerLine[]> {
  const from = sender.replace(/\D/g, "");
  return (await carrier.ledger({ after })).filter((line) => line.from === from);
}

/**
 * Holds the ledger against the database, once nobody sends any more: every text that we say left is there once, and
 * nothing is there that we say did not leave. `expected`: so many must have left. Returns how many are `unknown`.
 */
export async function judge(
  database: LoadDatabase,
  programId: string,
  lines: LedgerLine[],
  expected?: number,
): Promise<number> {
  const messageOf = new Map<string, string>();
  const stateOf = new Map<string, string>();
  for (const { messageId, state, clientRef } of await database.textsTried(programId)) {
    stateOf.set(messageId, state);
    if (clientRef) messageOf.set(clientRef, messageId);
  }
  const times = new Map<string, number>();
  const faults = new Map<string, number>();
  const blame = (fault: string) => faults.set(fault, (faults.get(fault) ?? 0) + 1);
  for (const line of lines) {
    const messageId = messageOf.get(line.client_ref);
    if (!messageId) blame("accepted, but of no attempt of ours");
    else times.set(messageId, (times.get(messageId) ?? 0) + 1);
  }
  let left = 0;
  for (const [messageId, state] of stateOf) {
    const accepted = times.get(messageId) ?? 0;
    if (accepted > 1) blame("sent twice");
    if (state === "submitted" || state === "delivered" || state === "unknown") left += 1;
    else if (accepted > 0) blame(`accepted, yet ${state}`);
    if ((state === "submitted" || state === "delivered") && accepted === 0)
      blame(`${state}, yet never accepted`);
  }
  if (expected !== undefined && left !== expected) faults.set(`of ${expected} texts only left`, left);
  if (faults.size > 0) throw new Disagreement([...faults].map(([fault, count]) => `${fault}: ${count}`));
  return [...stateOf.values()].filter((state) => state === "unknown").length;
}
