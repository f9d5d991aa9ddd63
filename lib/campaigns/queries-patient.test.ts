import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { enrollmentSteps, enrollments, programPatients } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { writeCampaign } from "./drafting";
import { enrollAudiences } from "./enrolling";
import { launchCampaign } from "./launch";
import { enrollmentsOf } from "./queries-patient";
import { renderDueSteps } from "./stepping";
import { firstTexts, holdout } from "./types";

const t = testDatabase();

async function launched() {
  const clinic = await t.given.clinic();
  const silent = await t.given.patient(clinic.program.id, { consent: false });
  const ctx = t.ctxFor(clinic.manager);
  const campaignId = await writeCampaign(ctx, {
    programId: clinic.program.id,
    name: "Spring",
    ...firstTexts,
  });
  await launchCampaign(ctx, { campaignId, expected: 1 });
  while ((await enrollAudiences(t.loopCtx())) > 0);
  return { ...clinic, silent, campaignId };
}

test("what became of each campaign's text, and why there was none", async () => {
  const { nurse, patient, silent, campaignId } = await launched();
  const ctx = t.ctxFor(nurse);
  const place = { campaignId, campaign: "Spring", program: "Visits", excluded: null };
  expect(await enrollmentsOf(ctx, patient.id)).toEqual([
    {
      ...{ ...place, step: null, enrolledAt: expect.any(String) },
      ...{ sentAt: null, deliveredAt: null, failedAt: null, failure: null, repliedAt: null, stoppedAt: null },
    },
  ]);
  await renderDueSteps(t.loopCtx());
  await t.db
    .update(enrollmentSteps)
    .set({ sentAt: wednesdayMorning, deliveredAt: wednesdayMorning })
    .where(eq(enrollmentSteps.patientId, patient.id));
  expect(await enrollmentsOf(ctx, patient.id)).toMatchObject([
    {
      ...{ ...place, step: 1 },
      ...{ sentAt: wednesdayMorning.toISOString(), deliveredAt: wednesdayMorning.toISOString() },
    },
  ]);
  expect(await enrollmentsOf(ctx, silent.id)).toMatchObject([{ excluded: "no_consent", step: null }]);
});

test("who was held out says so, whatever else kept them from being texted", async () => {
  const { nurse, silent, campaignId } = await launched();
  await t.db
    .update(enrollments)
    .set({ arm: holdout })
    .where(and(eq(enrollments.campaignId, campaignId), eq(enrollments.patientId, silent.id)));
  expect(await enrollmentsOf(t.ctxFor(nurse), silent.id)).toMatchObject([{ excluded: holdout }]);
});

test("campaigns of programs that the reader is not in are not told, nor of patients out of reach", async () => {
  const there = await launched();
  const here = await t.given.clinic();
  await t.db
    .insert(programPatients)
    .values({ programId: here.program.id, patientId: there.patient.id, addedAt: new Date() });
  expect(await enrollmentsOf(t.ctxFor(here.nurse), there.patient.id)).toEqual([]);
  await expect(enrollmentsOf(t.ctxFor(here.nurse), there.silent.id)).rejects.toThrow(NotFound);
  await expect(enrollmentsOf(t.ctxFor(there.manager), there.patient.id)).rejects.toThrow(Forbidden);
});
