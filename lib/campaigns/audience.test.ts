import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { campaigns, enrollments, patients } from "@/db/schema";
import { Blocked, Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { retireAudience, writeAudience } from "./audience";
import { audienceCount } from "./audience-count";
import { writeCampaign } from "./drafting";
import { enrollAudiences } from "./enrolling";
import { WriteAudienceInput } from "./inputs";
import { launchCampaign } from "./launch";
import { draftPreview } from "./queries";
import { audienceDetail, listAudiences } from "./queries-audience";
import { ruleChoices } from "./queries-choices";
import { campaignDetail } from "./queries-detail";
import { type AudienceRule, firstTexts } from "./types";

const t = testDatabase();

const speaks = (...values: string[]): AudienceRule => ({ all: [{ not: false, field: "language", values }] });

/** One patient who speaks English, two who speak Spanish, one of them without consent. */
async function givenMixed() {
  const clinic = await t.given.clinic();
  const ctx = t.ctxFor(clinic.manager);
  const programId = clinic.program.id;
  const ana = await t.given.patient(programId, { language: "es" });
  await t.given.patient(programId, { language: "es", consent: false });
  return { ...clinic, ctx, programId, ana };
}

async function givenAudience(rule = speaks("es")) {
  const mixed = await givenMixed();
  const { ctx, programId } = mixed;
  const audienceId = await writeAudience(ctx, { programId, name: "Spanish", rule });
  const write = (more: Partial<Parameters<typeof writeAudience>[1]>) =>
    writeAudience(ctx, { programId, audienceId, name: "Spanish", rule, ...more });
  return { ...mixed, audienceId, write };
}

async function givenDraft(rule?: AudienceRule) {
  const audience = await givenAudience(rule);
  const { ctx, programId, audienceId } = audience;
  const draft = { programId, name: "Visits", ...firstTexts, audienceId };
  const campaignId = await writeCampaign(ctx, draft);
  const shown = async () => ({
    campaignId,
    expected: (await draftPreview(ctx, campaignId)).reachable,
    seen: (await campaignDetail(ctx, campaignId)).audience.seen,
  });
  return { ...audience, draft, campaignId, shown };
}

async function enrolEverybody() {
  while ((await enrollAudiences(t.loopCtx(), 1)) > 0);
}
afterEach(enrolEverybody);

describe("writing", () => {
  test("keeps the rule, who wrote it and how many it took in, with an audit row", async () => {
    const { ctx, programId, audienceId, manager } = await givenAudience();

    const { seen, names, ...detail } = await audienceDetail(ctx, audienceId);
    expect(detail).toEqual({
      ...{ id: audienceId, programId, name: "Spanish", rule: speaks("es"), campaigns: [] },
      ...{ sentence: "Everybody who speaks Spanish.", people: 2, reachable: 1 },
      ...{ changedAt: ctx.now.toISOString(), changedBy: manager.name },
    });
    expect(await t.auditOf("audience.written")).toContainEqual({
      ...{ actorId: manager.id, programId, details: { audienceId, people: 2 } },
    });
    expect(await t.feedOf("audience.changed")).toContainEqual({ programId, threadId: null });
    expect(await listAudiences(ctx, programId)).toMatchObject([{ id: audienceId, reachable: 1 }]);
  });

  test("changes it; of two who changed it at once, the second is told and loses nothing", async () => {
    const { ctx, audienceId, write } = await givenAudience();
    const { seen } = await audienceDetail(ctx, audienceId);

    const both = await Promise.allSettled([
      write({ rule: speaks("en"), seen }),
      write({ rule: speaks("zh"), seen }),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((result) => result.status === "rejected");
    expect(lost?.reason).toBeInstanceOf(Conflict);
    const won = both[0]?.status === "fulfilled" ? "en" : "zh";
    expect((await audienceDetail(ctx, audienceId)).rule).toEqual(speaks(won));
  });

  test("a name is used once in a program, until its audience is retired", async () => {
    const { ctx, programId, audienceId } = await givenAudience();
    const again = () => writeAudience(ctx, { programId, name: "Spanish", rule: speaks("en") });

    const refusal = await again().catch((error: Invalid) => error);
    expect(refusal).toBeInstanceOf(Invalid);
    expect(refusal).toMatchObject({ fields: { name: [expect.stringContaining("“Spanish”")] } });

    await retireAudience(ctx, { audienceId });
    await again();
  });

  test("a rule about another program's campaign or roster is refused at its row", async () => {
    const { ctx, programId } = await givenMixed();
    const stranger = await givenDraft();
    await launchCampaign(stranger.ctx, await stranger.shown());
    const rule: AudienceRule = {
      all: [
        { not: false, field: "language", values: ["es"] },
        { anyOf: [{ not: false, field: "campaign", campaignId: stranger.campaignId, result: "sent" }] },
        { not: false, field: "roster", values: [t.given.newId()] },
      ],
    };
    await expect(writeAudience(ctx, { programId, name: "Odd", rule })).rejects.toMatchObject({
      fields: {
        "rule.all.1.anyOf.0": [expect.stringContaining("no launched campaign of this program")],
        "rule.all.2": [expect.stringContaining("not this program's")],
      },
    });
  });

  test("a form's rule comes as JSON, and what is wrong with it is said at its row", () => {
    const form = { programId: t.given.newId(), name: "Spanish" };
    const problems = (rule: string) =>
      WriteAudienceInput.safeParse({ ...form, rule }).error?.issues.map((issue) => issue.path.join("."));
    expect(problems(JSON.stringify(speaks("es")))).toBeUndefined();
    expect(problems(JSON.stringify(speaks()))).toEqual(["rule.all.0"]);
    expect(problems('{"all":[]}')).toEqual(["rule"]);
    expect(problems("{")).toEqual(["rule"]);
  });
});

describe("retiring", () => {
  test("takes it off the list, with an audit row, once", async () => {
    const { ctx, programId, audienceId, manager } = await givenAudience();

    await retireAudience(ctx, { audienceId });

    expect(await listAudiences(ctx, programId)).toEqual([]);
    await expect(audienceDetail(ctx, audienceId)).rejects.toThrow(NotFound);
    await expect(retireAudience(ctx, { audienceId })).rejects.toThrow(Conflict);
    expect(await t.auditOf("audience.retired")).toContainEqual({
      ...{ actorId: manager.id, programId, details: { audienceId } },
    });
  });

  test("not while a draft is for it: the draft is named", async () => {
    const { ctx, audienceId, draft, campaignId } = await givenDraft();

    await expect(retireAudience(ctx, { audienceId })).rejects.toThrow(/The draft “Visits”/);
    await expect(retireAudience(ctx, { audienceId })).rejects.toThrow(Blocked);

    await writeCampaign(ctx, { ...draft, campaignId, audienceId: "" });
    await retireAudience(ctx, { audienceId });
    await expect(writeCampaign(ctx, draft)).rejects.toMatchObject({
      fields: { audienceId: [expect.stringContaining("not on this program's list")] },
    });
  });

  test("a draft that chooses it while it is retired: one of the two is told", async () => {
    const { ctx, programId, audienceId } = await givenAudience();
    const draft = { programId, name: "Visits", ...firstTexts, audienceId };

    const both = await Promise.allSettled([writeCampaign(ctx, draft), retireAudience(ctx, { audienceId })]);

    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a campaign for an audience", () => {
  test("counts, texts and names only whom the rule takes in, also after the audience has changed", async () => {
    const { ctx, programId, campaignId, audienceId, ana, shown, write } = await givenDraft();
    expect(await draftPreview(ctx, campaignId)).toEqual({
      ...{ supplied: 2, reachable: 1, excluded: [{ code: "no_consent", people: 1 }] },
    });

    await launchCampaign(ctx, await shown());
    const { seen } = await audienceDetail(ctx, audienceId);
    await write({ rule: speaks("en"), seen });
    await enrolEverybody();

    const rows = await t.db.select().from(enrollments).where(eq(enrollments.campaignId, campaignId));
    expect(rows).toHaveLength(2);
    expect(rows.filter(({ dueAt }) => dueAt).map(({ patientId }) => patientId)).toEqual([ana.id]);
    const { audience, counts } = await campaignDetail(ctx, campaignId);
    expect(audience).toMatchObject({ name: "Spanish", sentence: "Everybody who speaks Spanish." });
    expect(counts).toMatchObject({ supplied: 2, textable: 1 });
    const [campaign] = await t.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
    expect(campaign).toMatchObject({ programId, audienceId, audienceRule: speaks("es"), state: "running" });
    expect((await audienceDetail(ctx, audienceId)).campaigns).toEqual([
      { id: campaignId, name: "Visits", draft: false },
    ]);
  });

  test("that was changed since the manager looked is not launched, even to as many people", async () => {
    const { ctx, campaignId, audienceId, shown, write } = await givenDraft();
    const before = await shown();
    const { seen } = await audienceDetail(ctx, audienceId);
    await write({ rule: speaks("en"), seen });

    const launching = launchCampaign(ctx, before);

    await expect(launching).rejects.toThrow(Conflict);
    await expect(launching).rejects.toThrow(/Whom this campaign is for was changed/);
    const [campaign] = await t.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
    expect(campaign).toMatchObject({ state: "draft", audienceRule: null });
    await launchCampaign(ctx, await shown());
  });

  test("nor when somebody has made it one for everybody, or somebody else now matches", async () => {
    const { ctx, draft, campaignId, ana, shown } = await givenDraft();
    const before = await shown();
    await t.db.update(patients).set({ language: "en" }).where(eq(patients.id, ana.id));
    await expect(launchCampaign(ctx, before)).rejects.toThrow(/You saw 1 person, and now 0 people/);

    await writeCampaign(ctx, { ...draft, campaignId, audienceId: "" });
    await expect(launchCampaign(ctx, before)).rejects.toThrow(Conflict);
    const { reachable } = await draftPreview(ctx, campaignId);
    await launchCampaign(ctx, { campaignId, expected: reachable });
    expect((await campaignDetail(ctx, campaignId)).audience).toMatchObject({
      ...{ id: null, name: null, sentence: "Everybody in the program." },
    });
  });

  test("changed in the very moment of a launch: launched as it was shown, or not at all", async () => {
    const { ctx, campaignId, audienceId, shown, write } = await givenDraft();
    const [before, { seen }] = [await shown(), await audienceDetail(ctx, audienceId)];

    const [launched] = await Promise.allSettled([
      launchCampaign(ctx, before),
      write({ rule: speaks("en"), seen }),
    ]);

    const [campaign] = await t.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
    expect(campaign).toMatchObject(
      launched.status === "fulfilled"
        ? { state: "enrolling", audienceRule: speaks("es") }
        : { state: "draft", audienceRule: null },
    );
  });
});

test("what can be chosen is what the program's people have, with counts", async () => {
  const { ctx, programId, ana } = await givenMixed();
  await t.db
    .update(patients)
    .set({ plan: "Gold", tags: ["new", "high-risk"], zip3: "063" })
    .where(eq(patients.id, ana.id));

  const choices = await ruleChoices(ctx, programId);

  expect(choices).toEqual({
    language: [
      { value: "es", label: "Spanish", people: 2 },
      { value: "en", label: "English", people: 1 },
    ],
    plan: [{ value: "Gold", label: "Gold", people: 1 }],
    tag: [
      { value: "high-risk", label: "high-risk", people: 1 },
      { value: "new", label: "new", people: 1 },
    ],
    state: [
      { value: "NY", label: "New York", people: 3 },
      { value: "CT", label: "Connecticut", people: 1 },
    ],
    zip3: [
      { value: "100", label: "100", people: 2 },
      { value: "063", label: "063", people: 1 },
    ],
    ...{ roster: [], measure: [], campaign: [] },
  });
});

test("nurses and other programs' managers reach none of it", async () => {
  const { nurse, programId, audienceId } = await givenAudience();
  const stranger = await t.given.clinic();
  const rule = speaks("es");
  const acts = (user: typeof nurse) => {
    const ctx = t.ctxFor(user);
    return [
      () => writeAudience(ctx, { programId, name: "Mine", rule }),
      () => writeAudience(ctx, { programId: stranger.program.id, audienceId, name: "Mine", rule }),
      () => retireAudience(ctx, { audienceId }),
      () => audienceCount(ctx, { programId, rule }),
      () => listAudiences(ctx, programId),
      () => audienceDetail(ctx, audienceId),
      () => ruleChoices(ctx, programId),
    ];
  };
  for (const act of acts(nurse)) await expect(act()).rejects.toThrow(Forbidden);
  for (const act of acts(stranger.manager)) await expect(act()).rejects.toThrow(NotFound);
});
