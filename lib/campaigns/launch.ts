import { and, eq, inArray, sql } from "drizzle-orm";
import { campaigns, senders, sendGroups } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { openSendGroup, setSendGroupOpen } from "@/lib/messaging/send-group";
import { everybodySeen, forWhom, holdForWhom } from "./campaign-audience";
import { isDraft, refuseUnfitTexts } from "./drafting";
import { allEnrolled } from "./enrolling";
import { campaignFor, countReachable } from "./queries";
import { sendingDays } from "./types";

const isUnderWay = inArray(campaigns.state, ["enrolling", "running"]);
const isPaused = eq(campaigns.state, "paused");

const sendsUntil = (ctx: Ctx) => new Date(ctx.now.getTime() + sendingDays * 24 * 3_600_000);
const people = (n: number) => `${n.toLocaleString("en-US")} ${n === 1 ? "person" : "people"}`;

interface Launch {
  campaignId: string;
  /** How many the manager was told would be texted. */
  expected: number;
  /** By which rule: a `CampaignAudience`'s `seen`. Missing is everybody. */
  seen?: string | undefined;
}

/** Starts a draft for its audience, or everybody in its program; the audience's rule is kept as it is now. */
export async function launchCampaign(
  ctx: Ctx,
  { campaignId, expected, seen = everybodySeen }: Launch,
): Promise<void> {
  authorize(ctx, "campaign.launch");
  const { programId } = await campaignFor(ctx, campaignId);
  const audience = await forWhom(ctx, campaignId);
  refuseOther(audience, seen);

  // Counted before the transaction: over a large program it takes longer than one may last.
  const reachable = await countReachable(ctx, programId, audience.rule);
  if (reachable !== expected)
    throw new Conflict(
      `You saw ${people(expected)}, and now ${people(reachable)} would be texted. Nothing was sent. Close this, look again, then launch.`,
    );
  if (reachable === 0) throw new Blocked("Nobody here would be texted, so there is nothing to launch.");

  await inTransaction(ctx, async (tx) => {
    await requireSender(tx, programId);
    const held = await holdForWhom(tx, campaignId);
    if (!held) throw launchedAlready();
    refuseOther(held, seen);
    const sendGroupId = await openSendGroup(tx, { programId, expiresAt: sendsUntil(tx) });
    const [launched] = await tx.db
      .update(campaigns)
      .set({
        ...{ state: "enrolling", sendGroupId, launchedBy: ctx.actor.userId, launchedAt: tx.now },
        audienceRule: audience.rule,
      })
      .where(and(eq(campaigns.id, campaignId), isDraft))
      .returning({ id: campaigns.id });
    if (!launched) throw launchedAlready();
    // Here the row is ours, so no draft changes any more under what is looked at.
    await refuseUnfitTexts(tx, { campaignId, programId }, "Edit it, then launch.");
    await audit(tx, "campaign.launched", { programId, campaignId, people: reachable });
    await record(tx, { kind: "campaign.changed", programId, campaignId });
  });
}

/** No further text goes out, also of those already written. Enrolling goes on: it sends nothing. */
export async function pauseCampaign(ctx: Ctx, { campaignId }: { campaignId: string }): Promise<void> {
  authorize(ctx, "campaign.launch");
  await inTransaction(ctx, async (tx) => {
    const { programId } = await campaignFor(tx, campaignId);
    const [paused] = await tx.db
      .update(campaigns)
      .set({ state: "paused" })
      .where(and(eq(campaigns.id, campaignId), isUnderWay))
      .returning({ sendGroupId: campaigns.sendGroupId });
    if (!paused) throw new Conflict("This campaign is not running, so there is nothing to pause.");
    await setSendGroupOpen(tx, paused.sendGroupId, false);
    await audit(tx, "campaign.paused", { programId, campaignId });
    await record(tx, { kind: "campaign.changed", programId, campaignId });
  });
}

/** Goes on where it stopped. After its time to send was over, those not texted yet get a new one. */
export async function resumeCampaign(ctx: Ctx, { campaignId }: { campaignId: string }): Promise<void> {
  authorize(ctx, "campaign.launch");
  await inTransaction(ctx, async (tx) => {
    const { programId } = await campaignFor(tx, campaignId);
    const goOn = sql`case when ${campaigns.enrolledThrough} = ${allEnrolled} then 'running' else 'enrolling' end`;
    const [resumed] = await tx.db
      .update(campaigns)
      .set({ state: goOn })
      .where(and(eq(campaigns.id, campaignId), isPaused))
      .returning({ sendGroupId: campaigns.sendGroupId });
    if (!resumed) throw new Conflict("This campaign is not paused, so there is nothing to resume.");
    const remedy = "A launched campaign keeps its texts: leave it paused, and write a new one.";
    await refuseUnfitTexts(tx, { campaignId, programId }, remedy);
    await reopen(tx, { programId, campaignId, sendGroupId: resumed.sendGroupId });
    await audit(tx, "campaign.resumed", { programId, campaignId });
    await record(tx, { kind: "campaign.changed", programId, campaignId });
  });
}

// Texts written in an expired group are stale and stay behind; only those not written yet move on.
async function reopen(
  tx: Ctx,
  { programId, campaignId, sendGroupId }: { programId: string; campaignId: string; sendGroupId: string },
): Promise<void> {
  const [group] = await tx.db
    .select({ expiresAt: sendGroups.expiresAt })
    .from(sendGroups)
    .where(eq(sendGroups.id, sendGroupId))
    .limit(1);
  if (group && (!group.expiresAt || group.expiresAt > tx.now)) {
    await setSendGroupOpen(tx, sendGroupId, true);
    return;
  }
  const renewed = await openSendGroup(tx, { programId, expiresAt: sendsUntil(tx) });
  await tx.db.update(campaigns).set({ sendGroupId: renewed }).where(eq(campaigns.id, campaignId));
}

const launchedAlready = () => new Conflict("This campaign was already launched. Nothing was sent twice.");

function refuseOther(audience: { seen: string }, seen: string): void {
  if (audience.seen !== seen)
    throw new Conflict(
      "Whom this campaign is for was changed since you looked. Nothing was sent. Close this, look again, then launch.",
    );
}

async function requireSender(tx: Ctx, programId: string): Promise<void> {
  const [sender] = await tx.db
    .select({ id: senders.id })
    .from(senders)
    .where(eq(senders.programId, programId))
    .limit(1);
  if (!sender)
    throw new Blocked("This program has no number to send from. Ask an admin to add one, then launch.");
}
