import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import {
  campaigns,
  campaignTexts,
  enrollmentSteps,
  enrollments,
  patients,
  programs,
  sendGroups,
} from "@/db/schema";
import { type Ctx, inTransaction } from "@/lib/context";
import { record } from "@/lib/feed/record";
import { queueTexts } from "@/lib/messaging/outbox";
import { open } from "@/lib/phi/seal";
import { restingPlace } from "@/lib/resting";
import { firstStep } from "./drafting";
import { roomOf, sendersOf, withSenders } from "./sender-room";
import { firstNameOf, pickLanguage, render } from "./templates";

const batch = 200;
const resting = restingPlace("campaign");

/** Writes the texts that are due, as fast as the senders drain. Returns how many people it dealt with. */
export async function renderDueSteps(ctx: Ctx): Promise<number> {
  const running = await ctx.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.state, "running"))
    .orderBy(asc(campaigns.launchedAt), asc(campaigns.id))
    .limit(100);
  let people = 0;
  for (const { id } of running)
    if (!resting.ids(ctx).includes(id))
      people += await resting.attempt(ctx, id, () => inTransaction(ctx, (tx) => renderCampaign(tx, id)));
  return people;
}

async function renderCampaign(tx: Ctx, campaignId: string): Promise<number> {
  const campaign = await holdRunning(tx, campaignId);
  if (!campaign) return 0;
  const senders = await sendersOf(tx, campaign.programId);
  const room = Math.min(batch, await roomOf(tx, senders));
  const due = room > 0 ? await lockDue(tx, campaignId, room) : [];
  if (due.length === 0) return 0;

  const written = write(campaign.brand, await textsOf(tx, campaignId), due);
  const ready = await withSenders(tx, senders, written.ready);
  await queue(tx, campaign, ready);
  await settle(tx, campaignId, due, written.unfit);
  await record(tx, { kind: "campaign.changed", programId: campaign.programId, campaignId });
  return due.length;
}

type Campaign = NonNullable<Awaited<ReturnType<typeof holdRunning>>>;
type Due = Awaited<ReturnType<typeof lockDue>>[number];
type Written = { patientId: string; phoneId: string; body: string };

// The share lock makes a pause wait for this batch: once it has committed, nothing is written any more.
async function holdRunning(tx: Ctx, campaignId: string) {
  const [campaign] = await tx.db
    .select({
      id: campaigns.id,
      programId: campaigns.programId,
      sendGroupId: campaigns.sendGroupId,
      brand: programs.brand,
      segmentCostMicros: programs.segmentCostMicros,
    })
    .from(campaigns)
    .innerJoin(programs, eq(programs.id, campaigns.programId))
    .innerJoin(sendGroups, eq(sendGroups.id, campaigns.sendGroupId))
    .where(
      and(
        eq(campaigns.id, campaignId),
        eq(campaigns.state, "running"),
        eq(sendGroups.open, true),
        or(isNull(sendGroups.expiresAt), gt(sendGroups.expiresAt, tx.now)),
      ),
    )
    .limit(1)
    .for("share", { of: campaigns, skipLocked: true });
  return campaign;
}

async function lockDue(tx: Ctx, campaignId: string, limit: number) {
  return tx.db
    .select({
      patientId: enrollments.patientId,
      phoneId: enrollments.phoneId,
      language: enrollments.language,
      name: patients.name,
    })
    .from(enrollments)
    .innerJoin(patients, eq(patients.id, enrollments.patientId))
    .where(and(eq(enrollments.campaignId, campaignId), lte(enrollments.dueAt, tx.now)))
    .orderBy(asc(enrollments.dueAt), asc(enrollments.patientId))
    .limit(limit)
    .for("update", { of: enrollments, skipLocked: true });
}

async function textsOf(tx: Ctx, campaignId: string): Promise<Map<string, string>> {
  const texts = await tx.db
    .select({ language: campaignTexts.language, body: campaignTexts.body })
    .from(campaignTexts)
    .where(and(eq(campaignTexts.campaignId, campaignId), eq(campaignTexts.step, firstStep)))
    .limit(50);
  return new Map(texts.map(({ language, body }) => [language, body]));
}

function write(brand: string, texts: ReadonlyMap<string, string>, due: Due[]) {
  const ready: Written[] = [];
  const unfit: { patientId: string; excluded: string }[] = [];
  for (const { patientId, phoneId, language, name } of due) {
    const first_name = firstNameOf(open("patients.name", patientId, name));
    const rendered = render(pickLanguage(texts, language), { first_name, brand });
    if (!phoneId) unfit.push({ patientId, excluded: "no_phone" });
    else if (rendered.ok) ready.push({ patientId, phoneId, body: rendered.text });
    else unfit.push({ patientId, excluded: rendered.problem });
  }
  return { ready, unfit };
}

async function queue(tx: Ctx, campaign: Campaign, ready: (Written & { senderId: string })[]): Promise<void> {
  const { id: campaignId, programId, sendGroupId, segmentCostMicros } = campaign;
  const queued = await queueTexts(
    tx,
    ready.map((text) => ({ ...text, programId, sendGroupId, purpose: "outreach" as const })),
  );
  const steps = ready.flatMap(({ patientId }, i) => {
    const text = queued[i];
    const step = { campaignId, patientId, step: firstStep, queuedAt: tx.now };
    return text ? [{ ...step, ...text, costMicros: text.segments * segmentCostMicros }] : [];
  });
  if (steps.length > 0) await tx.db.insert(enrollmentSteps).values(steps);
}

async function settle(
  tx: Ctx,
  campaignId: string,
  due: Due[],
  unfit: { patientId: string; excluded: string }[],
): Promise<void> {
  const enrollment = (ids: string[]) =>
    and(eq(enrollments.campaignId, campaignId), inArray(enrollments.patientId, ids));
  const everyone = due.map(({ patientId }) => patientId);
  await tx.db.update(enrollments).set({ dueAt: null }).where(enrollment(everyone));
  for (const excluded of new Set(unfit.map((person) => person.excluded))) {
    const those = unfit.filter((person) => person.excluded === excluded).map(({ patientId }) => patientId);
    await tx.db.update(enrollments).set({ excluded }).where(enrollment(those));
  }
}
