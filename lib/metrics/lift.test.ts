import { expect, test } from "vitest";
import { actions, campaigns, enrollmentSteps, enrollments } from "@/db/schema";
import { testDatabase } from "@/lib/testing";
import { resultsOf } from "./queries";
import { differenceOf } from "./statistics";

const t = testDatabase();

const launch = new Date("2026-02-02T15:00:00Z");
const windowOver = new Date("2026-03-05T05:00:00Z");

async function trial() {
  const manager = await t.given.user("manager");
  const program = await t.given.program({ members: [manager], windowDays: 30 });

  async function campaign(launchedAt = launch) {
    const id = t.given.newId();
    await t.db.insert(campaigns).values({
      ...{ id, programId: program.id, name: "Wave", state: "running", sendGroupId: t.given.newId() },
      ...{ createdBy: manager.id, createdAt: launchedAt, launchedAt },
    });
    return id;
  }

  async function enroll(
    campaignId: string,
    arm: "outreach" | "holdout",
    {
      patientId,
      at = launch,
      excluded = null,
    }: { patientId?: string; at?: Date; excluded?: string | null } = {},
  ) {
    const id = patientId ?? (await t.given.patient(program.id)).id;
    await t.db.insert(enrollments).values({
      ...{ campaignId, patientId: id, programId: program.id, arm, language: "en", excluded, enrolledAt: at },
    });
    return id;
  }

  const acts = (
    patientId: string,
    occurredOn: string,
    source: "claims" | "clinic" | "staff" | "self_report" | "link" = "claims",
  ) =>
    t.db.insert(actions).values({
      ...{ id: t.given.newId(), programId: program.id, patientId, occurredOn, source, recordedAt: launch },
    });

  const results = (now = windowOver, campaignId: string | null = null) =>
    resultsOf(t.ctxFor(manager, { now }), program.id, { campaignId });
  return { campaign, enroll, acts, results };
}

test("without a holdout there is no comparison", async () => {
  const { campaign, enroll, results } = await trial();
  await enroll(await campaign(), "outreach");
  expect((await results()).lift).toBeNull();
});

test("compares everybody assigned, also those who were not texted, once their window is over", async () => {
  const { campaign, enroll, acts, results } = await trial();
  const id = await campaign();
  const reached = await enroll(id, "outreach");
  const landline = await enroll(id, "outreach", { excluded: "not_textable" });
  await enroll(id, "outreach");
  const held = await enroll(id, "holdout");
  await enroll(id, "holdout");
  await acts(reached, "2026-02-02");
  await acts(reached, "2026-02-20", "clinic");
  await acts(landline, "2026-03-04");
  await acts(held, "2026-02-10");

  expect((await results(new Date("2026-03-05T04:59:00Z"))).lift).toEqual({
    outreach: { people: 0, acted: 0 },
    holdout: { people: 0, acted: 0 },
    windowOpen: 5,
    difference: null,
  });
  expect((await results()).lift).toEqual({
    outreach: { people: 3, acted: 2 },
    holdout: { people: 2, acted: 1 },
    windowOpen: 0,
    difference: differenceOf({ people: 3, acted: 2 }, { people: 2, acted: 1 }),
  });
});

test("counts only evidence that sees both arms alike, within the window", async () => {
  const { campaign, enroll, acts, results } = await trial();
  const id = await campaign();
  const told = await enroll(id, "outreach");
  for (const source of ["staff", "self_report", "link"] as const) await acts(told, "2026-02-10", source);
  const outside = await enroll(id, "holdout");
  await acts(outside, "2026-02-01");
  await acts(outside, "2026-03-05", "clinic");

  const { lift, funnel } = await results();
  expect(lift).toMatchObject({ outreach: { people: 1, acted: 0 }, holdout: { people: 1, acted: 0 } });
  expect(funnel.counts.acted).toBe(1);
});

test("the window opens at enrollment in both arms, however late the text left", async () => {
  const { campaign, enroll, acts, results } = await trial();
  const id = await campaign();
  const late = await enroll(id, "outreach");
  await enroll(id, "holdout");
  const left = new Date("2026-02-05T15:00:00Z");
  await t.db.insert(enrollmentSteps).values({
    ...{
      campaignId: id,
      patientId: late,
      step: 1,
      segments: 1,
      costMicros: 7_500,
      queuedAt: left,
      sentAt: left,
    },
    ...{ messageId: t.given.newId(), threadId: t.given.newId() },
  });
  await acts(late, "2026-03-05");

  const { lift, funnel } = await results(new Date("2026-03-20T15:00:00Z"));
  expect(lift?.outreach).toEqual({ people: 1, acted: 0 });
  expect(funnel.counts.acted).toBe(1);
});

test("somebody enrolled again stays in the arm they were in first", async () => {
  const { campaign, enroll, results } = await trial();
  const [first, second] = [await campaign(), await campaign(new Date("2026-02-20T15:00:00Z"))];
  const held = await enroll(first, "holdout");
  await enroll(first, "outreach");
  await enroll(second, "outreach", { patientId: held, at: new Date("2026-02-20T15:00:00Z") });

  const { lift, funnel } = await results();
  expect(lift).toMatchObject({ outreach: { people: 1 }, holdout: { people: 1 }, windowOpen: 0 });
  // In the funnel they are somebody to be texted: the second campaign texts them.
  expect(funnel.counts).toMatchObject({ supplied: 2, outreach: 2 });
  expect((await results(windowOver, second)).lift).toBeNull();
});

test("who is held out in two campaigns counts once, and a campaign that drew nobody compares nothing", async () => {
  const { campaign, enroll, acts, results } = await trial();
  const later = new Date("2026-02-20T15:00:00Z");
  const [first, second] = [await campaign(), await campaign(later)];
  const held = await enroll(first, "holdout");
  const texted = await enroll(first, "outreach");
  await enroll(second, "holdout", { patientId: held, at: later, excluded: "holdout" });
  await enroll(second, "outreach", { patientId: texted, at: later });
  // Nobody drew for these: one is new, one came to share the phone of somebody held out.
  await acts(await enroll(second, "outreach", { at: later }), "2026-02-21");
  await acts(await enroll(second, "holdout", { at: later, excluded: "holdout" }), "2026-02-21");
  await acts(held, "2026-02-10");

  const now = new Date("2026-04-01T15:00:00Z");
  const all = await results(now);
  expect(all.lift).toMatchObject({
    outreach: { people: 1, acted: 0 },
    holdout: { people: 1, acted: 1 },
    windowOpen: 0,
  });
  expect(all.funnel.counts).toMatchObject({ supplied: 4, outreach: 2, textable: 2, acted: 1 });
  const alone = await results(now, second);
  expect(alone.lift).toBeNull();
  expect(alone.funnel.counts).toMatchObject({ supplied: 4, outreach: 2 });
  expect((await results(now, first)).lift).toEqual(all.lift);
});

test("a campaign that draws compares those it drew for, not those held out before", async () => {
  const { campaign, enroll, results } = await trial();
  const later = new Date("2026-02-20T15:00:00Z");
  const [first, second] = [await campaign(), await campaign(later)];
  const held = await enroll(first, "holdout");
  await enroll(second, "holdout", { patientId: held, at: later, excluded: "holdout" });
  await enroll(second, "holdout", { at: later });
  await enroll(second, "outreach", { at: later });

  const now = new Date("2026-04-01T15:00:00Z");
  expect((await results(now, second)).lift).toMatchObject({
    outreach: { people: 1 },
    holdout: { people: 1 },
  });
  expect((await results(now)).lift).toMatchObject({ outreach: { people: 1 }, holdout: { people: 2 } });
});

test("the holdout is supplied, and in no other step of the funnel", async () => {
  const { campaign, enroll, acts, results } = await trial();
  const id = await campaign();
  await enroll(id, "outreach");
  const held = await enroll(id, "holdout");
  await acts(held, "2026-02-10");

  const { funnel } = await results();
  expect(funnel.counts).toMatchObject({ supplied: 2, outreach: 1, textable: 1, sent: 0, acted: 0 });
  expect(funnel.actedBy).toEqual({});
});
