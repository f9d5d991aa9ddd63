import { and, eq, sql } from "drizzle-orm";
import { campaigns, campaignTexts, programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, Invalid, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { checkText } from "@/lib/messaging/outgoing-text";
import { normaliseText } from "@/lib/messaging/segments";
import { longestText } from "@/lib/messaging/types";
import { requireAudience } from "./audience";
import type { WriteCampaign } from "./inputs";
import { campaignFor } from "./queries";
import { fieldProblems, longestFirstName, render } from "./templates";
import { type CampaignLanguage, campaignLanguages } from "./types";

export const isDraft = eq(campaigns.state, "draft");

/** Campaigns have one text so far; its number in `campaign_texts` and `enrollment_steps`. */
export const firstStep = 1;

/** Creates a draft, or changes one that was not launched. Returns its id. Throws Invalid, Conflict. */
export async function writeCampaign(ctx: Ctx, input: WriteCampaign): Promise<string> {
  authorize(ctx, "campaign.write");
  return inTransaction(ctx, async (tx) => {
    const { programId, name } = input;
    const audienceId = input.audienceId || null;
    const texts = fitTexts(input, await settingOf(tx, programId));
    const campaignId = input.campaignId
      ? await changeDraft(tx, input.campaignId, { programId, name, audienceId })
      : await createDraft(tx, { programId, name, audienceId, createdBy: ctx.actor.userId });
    if (audienceId) await requireAudience(tx, programId, audienceId);

    await tx.db
      .insert(campaignTexts)
      .values(
        campaignLanguages.map((language) => ({
          campaignId,
          step: firstStep,
          language,
          body: texts[language],
        })),
      )
      .onConflictDoUpdate({
        target: [campaignTexts.campaignId, campaignTexts.step, campaignTexts.language],
        set: { body: sql`excluded.body` },
      });
    await audit(tx, "campaign.written", { programId, campaignId });
    await record(tx, { kind: "campaign.changed", programId, campaignId });
    return campaignId;
  });
}

interface Draft {
  programId: string;
  name: string;
  /** Null is everybody in the program. */
  audienceId: string | null;
}

async function createDraft(tx: Ctx, draft: Draft & { createdBy: string }): Promise<string> {
  const id = newId();
  await tx.db.insert(campaigns).values({
    ...draft,
    id,
    state: "draft",
    // Opened at launch, under an id of its own: nothing can be sent in the name of a draft.
    sendGroupId: newId(),
    createdAt: tx.now,
  });
  return id;
}

async function changeDraft(
  tx: Ctx,
  campaignId: string,
  { programId, name, audienceId }: Draft,
): Promise<string> {
  const campaign = await campaignFor(tx, campaignId);
  if (campaign.programId !== programId) throw new NotFound();
  const [changed] = await tx.db
    .update(campaigns)
    .set({ name, audienceId })
    .where(and(eq(campaigns.id, campaignId), isDraft))
    .returning({ id: campaigns.id });
  if (!changed)
    throw new Conflict(
      "This campaign was launched, so its texts stay as they are. Your change was not saved.",
    );
  return changed.id;
}

async function settingOf(tx: Ctx, programId: string): Promise<Setting> {
  const [program] = await tx.db
    .select({ brand: programs.brand, allowedLinks: programs.linkHosts })
    .from(programs)
    .where(and(eq(programs.id, programId), inReach(tx, programs.id)))
    .limit(1);
  if (!program) throw new NotFound();
  return { ...program, now: tx.now };
}

type Texts = Record<CampaignLanguage, string>;

interface Setting {
  brand: string;
  allowedLinks: string[];
  now: Date;
}

/** As they will leave, so that what is counted, checked and sent is one text. Throws Invalid. */
function fitTexts(input: Texts, setting: Setting): Texts {
  const texts = { en: normaliseText(input.en), es: normaliseText(input.es) };
  const fields: Record<string, string[]> = {};
  for (const language of campaignLanguages) {
    const problems = problemsOf(texts[language], language, setting);
    if (problems.length > 0) fields[language] = problems;
  }
  if (Object.keys(fields).length > 0)
    throw new Invalid("A text cannot go out like this. Nothing was saved yet.", fields);
  return texts;
}

/** The rules and our name may have changed since a draft was saved: asked again at launch and when it goes on. Throws Blocked. */
export async function refuseUnfitTexts(
  tx: Ctx,
  { campaignId, programId }: { campaignId: string; programId: string },
  remedy: string,
): Promise<void> {
  const setting = await settingOf(tx, programId);
  const texts = await tx.db
    .select({ language: campaignTexts.language, body: campaignTexts.body })
    .from(campaignTexts)
    .where(eq(campaignTexts.campaignId, campaignId))
    .limit(100);
  for (const { language, body } of texts) {
    const [problem] = problemsOf(body, language, setting);
    if (problem)
      throw new Blocked(`A text cannot go out like this, so nothing was sent. ${problem} ${remedy}`);
  }
}

function problemsOf(template: string, language: string, setting: Setting): string[] {
  const found = checkText(template, { ...setting, language, first: true, template: true });
  const problems = [...fieldProblems(template), ...found.map((finding) => finding.sentence)];
  if (problems.length === 0 && longestOf(template, setting.brand) > longestText)
    problems.push(`With a long first name it is over ${longestText} characters. Shorten it.`);
  return problems;
}

function longestOf(template: string, brand: string): number {
  const rendered = render(template, { first_name: "M".repeat(longestFirstName), brand });
  return rendered.ok ? rendered.text.length : 0;
}
