import type { Ctx } from "@/lib/context";
import { log, trace } from "@/lib/log";
import { leaseSeconds } from "./attempt";
import { type FinishedCall, settleAttempts } from "./settlement";

// What calls came to is written down in batches: as many as gathered while the last batch was written.

interface Unwritten {
  ctx: Ctx;
  call: FinishedCall;
  written: () => void;
  since: number;
}

const mostAtOnce = 200;
const unwritten: Unwritten[] = [];
let writing = false;

/** Resolves when it is written, or when its lease has run out and nothing could be written any more. */
export function writeDown(ctx: Ctx, call: FinishedCall): Promise<void> {
  return new Promise((written) => {
    unwritten.push({ ctx, call, written, since: performance.now() });
    if (!writing) void writeAll();
  });
}

async function writeAll(): Promise<void> {
  writing = true;
  let faults = 0;
  while (unwritten.length > 0) {
    // After a fault one by one: a single call that cannot be written must not keep the others from it.
    const batch = unwritten.splice(0, faults > 0 ? 1 : mostAtOnce);
    const last = batch.at(-1);
    if (!last) break;
    try {
      await settleAttempts(
        last.ctx,
        batch.map(({ call }) => call),
      );
      faults = 0;
      for (const { written } of batch) written();
    } catch (error) {
      faults += 1;
      log.error("what calls came to could not be written down yet", {
        count: batch.length,
        failed: faults,
        ...trace(error),
      });
      keepTrying(batch);
      await after(Math.random() * Math.min(2_000, 50 * 2 ** faults));
    }
  }
  writing = false;
}

/** To the end of the line again, until their leases have run out: then they are `unknown`, and a receipt settles them. */
function keepTrying(batch: Unwritten[]): void {
  for (const entry of batch)
    if (performance.now() - entry.since < leaseSeconds * 1_000) unwritten.push(entry);
    else entry.written();
}

export const after = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.max(1, milliseconds)));
