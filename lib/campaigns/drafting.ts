import { and, eq, sql } from "drizzle-orm";
import { campaigns, campaignTexts, programs } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { inReach } from "@/lib/access/reach";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Conflict, Invalid, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { newId } from "@/lib/ids";
import { textProblems } from "@/lib/messaging/outgoing-text";
import { longestText } from "@/lib/messaging/types";
import type { WriteCampaign } from "./inputs";
import { campaignFor } from "./queries";
import { fieldProblems, longestFirstName, render } from "./templates";
import { campaignLanguages } from "./types";

export const isDraft = eq(campaigns.state, "draft");

/** Campaigns have one text so far; its number in `campaign_texts` and `enrollment_steps`. */
export const firstStep = 1;

/** Creates a draft, or changes one that was not launched. Returns its id. Throws Invalid, Conflict. */
export async function writeCampaign(ctx: Ctx, input: WriteCampaign): Promise<string> {
  authorize(ctx, "campaign.write");
  return inTransaction(ctx, async (tx) => {
    const { programId, name } = input;
    refuseUnfitTexts(input, await brandOf(tx, programId));
    const campaignId = input.campaignId
      ? await changeDraft(tx, input.campaignId, { programId, name })
      : await createDraft(tx, { programId, name, createdBy: ctx.actor.userId });

    await tx.db
      .insert(campaignTexts)
      .values(
        campaignLanguages.map((language) => ({
          campaignId,
          step: firstStep,
          language,
          body: input[language],
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

async function changeDraft(tx: Ctx, campaignId: string, { programId, name }: Draft): Promise<string> {
  const campaign = await campaignFor(tx, campaignId);
  if (campaign.programId !== programId) throw new NotFound();
  const [changed] = await tx.db
    .update(campaigns)
    .set({ name })
    .where(and(eq(campaigns.id, campaignId), isDraft))
    .returning({ id: campaigns.id });
  if (!changed)
    throw new Conflict(
      "This campaign was launched, so its texts stay as they are. Your change was not saved.",
    );
  return changed.id;
}

async function brandOf(tx: Ctx, programId: string): Promise<string> {
  const [program] = await tx.db
    .select({ brand: programs.brand })
    .from(programs)
    .where(and(eq(programs.id, programId), inReach(tx, programs.id)))
    .limit(1);
  if (!program) throw new NotFound();
  return program.brand;
}

function refuseUnfitTexts(input: WriteCampaign, brand: string): void {
  const fields: Record<string, string[]> = {};
  for (const language of campaignLanguages) {
    const template = input[language];
    const problems = [...fieldProblems(template), ...textProblems(template, { brand, first: true })];
    if (problems.length === 0 && longestOf(template, brand) > longestText)
      problems.push(`With a long first name it is over ${longestText} characters. Shorten it.`);
    if (problems.length > 0) fields[language] = problems;
  }
  if (Object.keys(fields).length > 0)
    throw new Invalid("A text cannot go out like this. Nothing was saved yet.", fields);
}

function longestOf(template: string, brand: string): number {
  const rendered = render(template, { first_name: "M".repeat(longestFirstName), brand });
  return rendered.ok ? rendered.text.length : 0;
}
