import { type Ctx, inTransaction } from "@/lib/context";
import { carrierSettings } from "@/lib/env";
import { accountIsStopped } from "./account";
import { breakerAllows } from "./breaker";
import { type ClaimedText, claimTexts, type Room, sendersWithDueTexts } from "./claim";
import { notCalled } from "./settlement";
import { type Carrier, vonageCarrier } from "./vonage/client";
import { after, writeDown } from "./writing-down";

// Calls go on while the next texts are claimed: one that hangs holds up a socket, never the line.

const sockets = 128;
const keptForReplies = Math.ceil(sockets / 5);
const fewestWorthClaiming = sockets / 4;
const longestGathering = 20;

/** A worker that slept longer than this between send start and call does not call: a STOP may have come. */
const freshMilliseconds = 2_000;

const underWay = new Set<Promise<void>>();
let bulkUnderWay = 0;
let turn = 0;
let carrier: Carrier | undefined;

/**
 * Starts what may go now and returns without waiting for the answers; how many texts it looked at.
 * Without a carrier, or while the account is stopped, nothing is claimed and nothing leaves.
 */
export async function sendTexts(ctx: Ctx, stopped?: AbortSignal): Promise<number> {
  const begun = performance.now();
  const settings = carrierSettings();
  if (!settings || (await accountIsStopped(ctx))) return 0;
  carrier ??= vonageCarrier(settings);
  const senders = inTurn(await sendersWithDueTexts(ctx));
  if (senders.length === 0) return 0;
  const allowed = await breakerAllows(ctx);
  if (allowed === "none") return 0;
  const probe = allowed === "one";
  await gatherRoom();

  const bulkEach = Math.ceil(freeForBulk() / senders.length);
  let looked = 0;
  for (const sender of senders) {
    const room = probe
      ? { all: 1, bulk: 1 }
      : { all: freeSockets(), bulk: Math.min(bulkEach, freeForBulk()) };
    if (stopped?.aborted || room.all <= 0 || (probe && looked > 0)) break;
    looked += await startBatch(since(ctx, begun), carrier, sender, room, probe);
  }
  return looked;
}

/** Resolves when every call under way has been answered, or given up, and written down. */
export async function finishSending(): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
}

const freeSockets = () => sockets - underWay.size;
const freeForBulk = () => Math.max(0, Math.min(freeSockets(), sockets - keptForReplies - bulkUnderWay));

function inTurn<T>(senders: T[]): T[] {
  if (senders.length === 0) return senders;
  turn = (turn + 1) % senders.length;
  return [...senders.slice(turn), ...senders.slice(0, turn)];
}

/** Waits for sockets rather than claim texts by twos and threes, but no longer than a nurse would notice. */
async function gatherRoom(): Promise<void> {
  const until = performance.now() + longestGathering;
  while (freeSockets() <= 0) await Promise.race(underWay);
  while (freeSockets() < fewestWorthClaiming && performance.now() < until)
    await Promise.race([...underWay, after(until - performance.now())]);
}

/** The business time now, where some has passed since `ctx` was made: the hours end for a worker that slept, too. */
const since = (ctx: Ctx, begun: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + Math.round(performance.now() - begun)),
});

async function startBatch(
  ctx: Ctx,
  to: Carrier,
  sender: { id: string; number: string },
  room: Room,
  probe: boolean,
): Promise<number> {
  const startedAt = performance.now();
  const { claimed, looked } = await inTransaction(ctx, (tx) => claimTexts(tx, sender.id, room));
  for (const text of claimed) {
    const isFresh = () => performance.now() - startedAt < freshMilliseconds;
    const done = callAndSettle(ctx, to, sender.number, text, isFresh, probe).finally(() => {
      underWay.delete(done);
      if (text.lane === "bulk") bulkUnderWay -= 1;
    });
    underWay.add(done);
    if (text.lane === "bulk") bulkUnderWay += 1;
  }
  return looked;
}

async function callAndSettle(
  ctx: Ctx,
  carrierOf: Carrier,
  from: string,
  { to, text, lane: _, ...attempt }: ClaimedText,
  isFresh: () => boolean,
  probe: boolean,
): Promise<void> {
  const outcome = isFresh()
    ? await carrierOf.send({ from, to, text, clientRef: attempt.attemptId })
    : notCalled;
  await writeDown(ctx, { attempt, outcome, probe });
}
