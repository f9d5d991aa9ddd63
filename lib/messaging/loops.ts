import { type Ctx, inTransaction } from "@/lib/context";
import { carrierSettings } from "@/lib/env";
import { settleAttempt } from "./attempt";
import { claimTexts, sendersWithDueTexts } from "./claim";
import { type Carrier, vonageCarrier } from "./vonage/client";

export { expireLeases } from "./attempt";
export { fileReceipts } from "./receipt";

let carrier: Carrier | undefined;

/** Sends what may go now, one batch for each sender. Without a carrier nothing is claimed and nothing leaves. */
export async function sendTexts(ctx: Ctx): Promise<number> {
  const settings = carrierSettings();
  if (!settings) return 0;
  carrier ??= vonageCarrier(settings);
  const counts = await allOf((await sendersWithDueTexts(ctx)).map((sender) => sendBatch(ctx, sender)));
  return counts.reduce((sum, n) => sum + n, 0);
}

async function sendBatch(ctx: Ctx, sender: { id: string; number: string }): Promise<number> {
  const { claimed, looked } = await inTransaction(ctx, (tx) => claimTexts(tx, sender.id));
  await allOf(
    claimed.map(async ({ to, text, ...attempt }) => {
      const outcome = await carrier?.send({ from: sender.number, to, text, clientRef: attempt.attemptId });
      if (outcome) await settleAttempt(ctx, attempt, outcome);
    }),
  );
  return looked;
}

// Waits for every call, also after one has failed: a worker that stops must not cut off those under way.
async function allOf<T>(work: Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
