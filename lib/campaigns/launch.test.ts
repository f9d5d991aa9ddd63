import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { campaigns, campaignTexts, sendGroups } from "@/db/schema";
import { Blocked, Conflict, Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { writeCampaign } from "./drafting";
import { enrollAudiences } from "./enrolling";
import { launchCampaign, pauseCampaign, resumeCampaign } from "./launch";
import { firstTexts, sendingDays } from "./types";

const t = testDatabase();
const daysLater = (days: number) => new Date(wednesdayMorning.getTime() + days * 86_400_000);

async function givenDraft() {
  const clinic = await t.given.clinic();
  const ctx = t.ctxFor(clinic.manager);
  const campaignId = await writeCampaign(ctx, {
    programId: clinic.program.id,
    name: "Visits",
    ...firstTexts,
  });
  return { ...clinic, ctx, campaignId };
}

async function enrolEverybody() {
  while ((await enrollAudiences(t.loopCtx())) > 0);
}

async function stateOf(campaignId: string) {
  const [row] = await t.db
    .select({ state: campaigns.state, open: sendGroups.open, expiresAt: sendGroups.expiresAt })
    .from(campaigns)
    .leftJoin(sendGroups, eq(sendGroups.id, campaigns.sendGroupId))
    .where(eq(campaigns.id, campaignId));
  return row;
}

test("a launch opens its send group for seven days and says who did it", async () => {
  const { ctx, campaignId, manager, program } = await givenDraft();
  expect(await stateOf(campaignId)).toEqual({ state: "draft", open: null, expiresAt: null });

  await launchCampaign(ctx, { campaignId, expected: 1 });

  expect(await stateOf(campaignId)).toEqual({
    state: "enrolling",
    open: true,
    expiresAt: daysLater(sendingDays),
  });
  expect(await t.auditOf("campaign.launched")).toContainEqual({
    actorId: manager.id,
    programId: program.id,
    details: { campaignId, people: 1 },
  });
});

test("a launch that would reach another number of people than was shown names both and does nothing", async () => {
  const { ctx, campaignId, program } = await givenDraft();
  await t.given.patient(program.id);
  await t.given.patient(program.id, { consent: false });

  const launching = launchCampaign(ctx, { campaignId, expected: 1 });

  await expect(launching).rejects.toThrow(Conflict);
  await expect(launching).rejects.toThrow(/You saw 1 person, and now 2 people/);
  expect(await stateOf(campaignId)).toMatchObject({ state: "draft" });
});

test("of two launches at once one wins, and the other is told", async () => {
  const { ctx, campaignId } = await givenDraft();

  const results = await Promise.allSettled([
    launchCampaign(ctx, { campaignId, expected: 1 }),
    launchCampaign(ctx, { campaignId, expected: 1 }),
  ]);

  expect(results.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(results.find((r) => r.status === "rejected")?.reason).toBeInstanceOf(Conflict);
  const launches = (await t.auditOf("campaign.launched")).map((row) => row.details);
  expect(
    launches.filter((details) => (details as { campaignId: string }).campaignId === campaignId),
  ).toHaveLength(1);
});

test("without anybody to text, or a number to send from, nothing is launched", async () => {
  const manager = await t.given.user("manager");
  const program = await t.given.program({ members: [manager] });
  const ctx = t.ctxFor(manager);
  const campaignId = await writeCampaign(ctx, { programId: program.id, name: "Visits", ...firstTexts });

  await expect(launchCampaign(ctx, { campaignId, expected: 0 })).rejects.toThrow(Blocked);
  await t.given.patient(program.id);
  await expect(launchCampaign(ctx, { campaignId, expected: 1 })).rejects.toThrow(/no number to send from/);
  expect(await stateOf(campaignId)).toMatchObject({ state: "draft" });
});

test("pause closes the send group, resume opens it; both are audited", async () => {
  const { ctx, campaignId, manager, program } = await givenDraft();
  await launchCampaign(ctx, { campaignId, expected: 1 });
  await enrolEverybody();
  expect(await stateOf(campaignId)).toMatchObject({ state: "running", open: true });

  await pauseCampaign(ctx, { campaignId });
  expect(await stateOf(campaignId)).toMatchObject({ state: "paused", open: false });
  await expect(pauseCampaign(ctx, { campaignId })).rejects.toThrow(Conflict);

  await resumeCampaign(ctx, { campaignId });
  expect(await stateOf(campaignId)).toMatchObject({ state: "running", open: true });
  await expect(resumeCampaign(ctx, { campaignId })).rejects.toThrow(Conflict);

  const row = { actorId: manager.id, programId: program.id, details: { campaignId } };
  expect(await t.auditOf("campaign.paused")).toContainEqual(row);
  expect(await t.auditOf("campaign.resumed")).toContainEqual(row);
});

test("one whose text is no longer fit stays paused", async () => {
  const { ctx, campaignId, program } = await givenDraft();
  await launchCampaign(ctx, { campaignId, expected: 1 });
  await pauseCampaign(ctx, { campaignId });
  await t.db
    .update(campaignTexts)
    .set({ body: "{brand}: your labs are back. STOP to stop." })
    .where(and(eq(campaignTexts.campaignId, campaignId), eq(campaignTexts.language, "en")));

  await expect(resumeCampaign(ctx, { campaignId })).rejects.toThrow(/“labs”.*leave it paused/);

  expect(await stateOf(campaignId)).toMatchObject({ state: "paused", open: false });
  expect(await t.auditOf("campaign.resumed")).not.toContainEqual(
    expect.objectContaining({ programId: program.id }),
  );
});

test("a campaign paused before everybody was enrolled goes on enrolling when resumed", async () => {
  const { ctx, campaignId } = await givenDraft();
  await launchCampaign(ctx, { campaignId, expected: 1 });
  await pauseCampaign(ctx, { campaignId });

  await resumeCampaign(ctx, { campaignId });

  expect(await stateOf(campaignId)).toMatchObject({ state: "enrolling", open: true });
  await enrolEverybody();
  expect(await stateOf(campaignId)).toMatchObject({ state: "running" });
});

test("resumed after its time was over, those who are left get a new time", async () => {
  const { ctx, manager, campaignId } = await givenDraft();
  await launchCampaign(ctx, { campaignId, expected: 1 });
  await enrolEverybody();
  await pauseCampaign(ctx, { campaignId });

  await resumeCampaign(t.ctxFor(manager, { now: daysLater(10) }), { campaignId });

  expect(await stateOf(campaignId)).toEqual({
    state: "running",
    open: true,
    expiresAt: daysLater(10 + sendingDays),
  });
});

test.each([
  [
    "launch",
    (ctx: Parameters<typeof launchCampaign>[0], id: string) =>
      launchCampaign(ctx, { campaignId: id, expected: 1 }),
  ],
  [
    "pause",
    (ctx: Parameters<typeof launchCampaign>[0], id: string) => pauseCampaign(ctx, { campaignId: id }),
  ],
  [
    "resume",
    (ctx: Parameters<typeof launchCampaign>[0], id: string) => resumeCampaign(ctx, { campaignId: id }),
  ],
] as const)("nurses and other programs' managers cannot %s", async (_, verb) => {
  const { nurse, campaignId } = await givenDraft();
  const stranger = await t.given.clinic();

  await expect(verb(t.ctxFor(nurse), campaignId)).rejects.toThrow(Forbidden);
  await expect(verb(t.ctxFor(stranger.manager), campaignId)).rejects.toThrow(NotFound);
});
