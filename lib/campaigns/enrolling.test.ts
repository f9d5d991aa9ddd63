import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { campaigns, enrollments } from "@/db/schema";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { writeCampaign } from "./drafting";
import { enrollAudiences } from "./enrolling";
import { launchCampaign, pauseCampaign } from "./launch";
import { countReachable } from "./queries";
import { firstTexts } from "./types";

const t = testDatabase();

async function givenLaunched(more: number) {
  const clinic = await t.given.clinic();
  for (let i = 0; i < more; i++) await t.given.patient(clinic.program.id, { language: "es" });
  const ctx = t.ctxFor(clinic.manager);
  const campaignId = await writeCampaign(ctx, {
    programId: clinic.program.id,
    name: "Visits",
    ...firstTexts,
  });
  await launchCampaign(ctx, { campaignId, expected: await countReachable(ctx, clinic.program.id) });
  return { ...clinic, ctx, campaignId };
}

const enrolled = (campaignId: string) =>
  t.db
    .select()
    .from(enrollments)
    .where(eq(enrollments.campaignId, campaignId))
    .orderBy(enrollments.patientId);

async function stateOf(campaignId: string) {
  const [row] = await t.db
    .select({ state: campaigns.state })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId));
  return row?.state;
}

async function enrolEverybody(batch?: number) {
  while ((await enrollAudiences(t.loopCtx(), batch)) > 0);
}

// What one test leaves to enrol must not be the next test's.
afterEach(() => enrolEverybody());

test("enrols everybody once, due now, with their language and phone", async () => {
  const { campaignId, program, patient } = await givenLaunched(2);

  expect(await enrollAudiences(t.loopCtx())).toBe(3);

  const rows = await enrolled(campaignId);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({
    patientId: patient.id,
    phoneId: patient.phone.id,
    programId: program.id,
    arm: "outreach",
    language: "en",
    excluded: null,
    dueAt: wednesdayMorning,
    enrolledAt: wednesdayMorning,
  });
  expect(rows[1]?.language).toBe("es");
  expect(await stateOf(campaignId)).toBe("running");
  expect(await enrollAudiences(t.loopCtx())).toBe(0);
});

test("who cannot be texted is enrolled with the reason and is not due", async () => {
  const { program, manager } = await t.given.clinic();
  const shared = await t.given.patient(program.id);
  const people = {
    no_consent: await t.given.patient(program.id, { consent: false }),
    not_textable: await t.given.patient(program.id, { textable: false }),
    stopped: await t.given.patient(program.id, {
      on: await t.given.phone(undefined, { stoppedAt: wednesdayMorning }),
    }),
    shared_phone: await t.given.patient(program.id, { on: shared.phone }),
  };
  const ctx = t.ctxFor(manager);
  const campaignId = await writeCampaign(ctx, { programId: program.id, name: "Visits", ...firstTexts });
  await launchCampaign(ctx, { campaignId, expected: 2 });

  await enrolEverybody();

  const rows = await enrolled(campaignId);
  expect(rows).toHaveLength(6);
  for (const [reason, { id }] of Object.entries(people))
    expect(rows.find((row) => row.patientId === id)).toMatchObject({ excluded: reason, dueAt: null });
  expect(rows.filter((row) => row.excluded === null && row.dueAt)).toHaveLength(2);
});

test("goes on where a killed worker stopped", async () => {
  const { campaignId } = await givenLaunched(4);

  expect(await enrollAudiences(t.loopCtx(), 2)).toBe(2);
  expect(await stateOf(campaignId)).toBe("enrolling");
  // A worker that dies inside a batch leaves nothing of it behind.
  const dying = t.db.transaction(async (db) => {
    await enrollAudiences({ ...t.loopCtx(), db, joined: true }, 2);
    throw new Error("killed");
  });
  await expect(dying).rejects.toThrow("killed");
  expect(await enrolled(campaignId)).toHaveLength(2);

  await enrolEverybody(2);
  expect(await enrolled(campaignId)).toHaveLength(5);
  expect(await stateOf(campaignId)).toBe("running");
});

test("loops that run at once enrol each patient once", async () => {
  const { campaignId } = await givenLaunched(6);

  await Promise.all(Array.from({ length: 6 }, () => enrollAudiences(t.loopCtx(), 2)));
  await enrolEverybody(2);

  expect(await enrolled(campaignId)).toHaveLength(7);
  expect(await stateOf(campaignId)).toBe("running");
});

test("a pause does not change who is in: enrolling ends, the campaign stays paused", async () => {
  const { campaignId, ctx } = await givenLaunched(3);
  await enrollAudiences(t.loopCtx(), 2);
  await pauseCampaign(ctx, { campaignId });

  await enrolEverybody(2);

  expect(await enrolled(campaignId)).toHaveLength(4);
  expect(await stateOf(campaignId)).toBe("paused");
});

test("who joins the program after everybody was enrolled stays out", async () => {
  const { campaignId, program } = await givenLaunched(1);
  await enrolEverybody();
  await t.given.patient(program.id);

  await enrolEverybody();

  expect(await enrolled(campaignId)).toHaveLength(2);
});
