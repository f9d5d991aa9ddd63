import { and, eq, gt } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import {
  campaigns,
  enrollmentSteps,
  enrollments,
  messages,
  patientPhones,
  programPatients,
} from "@/db/schema";
import { Blocked } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { writeCampaign } from "./drafting";
import { enrollAudiences } from "./enrolling";
import { launchCampaign } from "./launch";
import { audiencePreview, countReachable } from "./queries";
import { campaignDetail } from "./queries-detail";
import { renderDueSteps } from "./stepping";
import { firstTexts, type Reason } from "./types";

const t = testDatabase();
const monthAgo = new Date(wednesdayMorning.getTime() - 30 * 86_400_000);

type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;

/** A campaign of before that drew these people to be held out, and texted the others. */
async function givenPilot({ program, manager }: Clinic, heldOut: string[], texted: string[] = []) {
  const campaignId = t.given.newId();
  await t.db.insert(campaigns).values({
    ...{
      id: campaignId,
      programId: program.id,
      name: "Pilot",
      state: "running",
      sendGroupId: t.given.newId(),
    },
    ...{ createdBy: manager.id, createdAt: monthAgo, launchedAt: monthAgo },
    enrolledThrough: "ffffffff-ffff-ffff-ffff-ffffffffffff",
  });
  const enrolled = { campaignId, programId: program.id, language: "en", enrolledAt: monthAgo };
  await t.db
    .insert(enrollments)
    .values([
      ...heldOut.map((patientId) => ({ ...enrolled, patientId, arm: "holdout" })),
      ...texted.map((patientId) => ({ ...enrolled, patientId, arm: "outreach" })),
    ]);
  return campaignId;
}

const draft = ({ program, manager }: Pick<Clinic, "program" | "manager">) =>
  writeCampaign(t.ctxFor(manager), { programId: program.id, name: "Visits", ...firstTexts });

/** Launched to as many as the preview said, enrolled in batches of two. */
async function launch(clinic: Pick<Clinic, "program" | "manager">) {
  const ctx = t.ctxFor(clinic.manager);
  const campaignId = await draft(clinic);
  const preview = await audiencePreview(ctx, clinic.program.id);
  await launchCampaign(ctx, { campaignId, expected: preview.reachable });
  await enrolEverybody(2);
  return { campaignId, preview };
}

async function enrolEverybody(batch?: number) {
  while ((await enrollAudiences(t.loopCtx(), batch)) > 0);
}
afterEach(() => enrolEverybody());

const enrolled = (campaignId: string, arm: string) =>
  t.db
    .select({ patientId: enrollments.patientId, excluded: enrollments.excluded, dueAt: enrollments.dueAt })
    .from(enrollments)
    .where(and(eq(enrollments.campaignId, campaignId), eq(enrollments.arm, arm)))
    .orderBy(enrollments.patientId);

const peopleOf = (reasons: Reason[], code: string) =>
  reasons.find((reason) => reason.code === code)?.people ?? 0;

test("a later campaign leaves who was held out alone, and everybody on their phones", async () => {
  const clinic = await t.given.clinic();
  const { program, manager, patient: texted } = clinic;
  const held = await t.given.patient(program.id);
  const heldWithoutConsent = await t.given.patient(program.id, { consent: false });
  // Joined after the pilot, on the phone of somebody held out.
  const sibling = await t.given.patient(program.id, { on: held.phone });
  const elsewhereNow = await t.given.patient(program.id, { on: held.phone });
  await t.db
    .update(patientPhones)
    .set({ validUntil: monthAgo })
    .where(eq(patientPhones.patientId, elsewhereNow.id));
  const newcomer = await t.given.patient(program.id);
  await givenPilot(clinic, [held.id, heldWithoutConsent.id], [texted.id]);

  const { campaignId, preview } = await launch(clinic);

  expect(preview).toEqual({
    supplied: 6,
    reachable: 2,
    excluded: [
      { code: "holdout", people: 3 },
      { code: "no_phone", people: 1 },
    ],
  });
  const aside = { excluded: "holdout", dueAt: null };
  expect(await enrolled(campaignId, "holdout")).toEqual([
    { patientId: held.id, ...aside },
    { patientId: heldWithoutConsent.id, ...aside },
    { patientId: sibling.id, ...aside },
  ]);
  const outreach = await enrolled(campaignId, "outreach");
  expect(outreach.filter(({ dueAt }) => dueAt).map(({ patientId }) => patientId)).toEqual([
    texted.id,
    newcomer.id,
  ]);
  const detail = await campaignDetail(t.ctxFor(manager), campaignId);
  expect(detail.counts).toMatchObject({ supplied: preview.supplied, textable: preview.reachable });
  expect(detail.excluded).toEqual(preview.excluded);

  while ((await renderDueSteps(t.loopCtx())) > 0);
  const steps = await t.db
    .select({ patientId: enrollmentSteps.patientId })
    .from(enrollmentSteps)
    .where(eq(enrollmentSteps.campaignId, campaignId))
    .orderBy(enrollmentSteps.patientId);
  expect(steps.map(({ patientId }) => patientId)).toEqual([texted.id, newcomer.id]);
  for (const { id } of [held, heldWithoutConsent, sibling])
    expect(await t.db.select({ id: messages.id }).from(messages).where(eq(messages.patientId, id))).toEqual(
      [],
    );
});

test("and so does the campaign after it", async () => {
  const clinic = await t.given.clinic();
  const held = await t.given.patient(clinic.program.id);
  await givenPilot(clinic, [held.id], [clinic.patient.id]);
  const first = await launch(clinic);

  const second = await launch(clinic);

  expect(second.preview).toEqual(first.preview);
  expect(await enrolled(second.campaignId, "holdout")).toMatchObject([{ patientId: held.id }]);
});

test("what a campaign enrolled so far holds nobody else out: batches of one enrol who was counted", async () => {
  const clinic = await t.given.clinic();
  const { program, manager } = clinic;
  const held = await t.given.patient(program.id);
  const sibling = await t.given.patient(program.id, { on: held.phone });
  const friend = await t.given.patient(program.id);
  // An older number of the sibling's, which the friend has now.
  await t.db.insert(patientPhones).values({
    ...{ patientId: sibling.id, phoneId: friend.phone.id, relationship: "self", validFrom: monthAgo },
  });
  await givenPilot(clinic, [held.id], [clinic.patient.id]);
  const campaignId = await draft(clinic);
  const { reachable, excluded } = await audiencePreview(t.ctxFor(manager), program.id);
  await launchCampaign(t.ctxFor(manager), { campaignId, expected: reachable });

  await enrolEverybody(1);

  const outreach = await enrolled(campaignId, "outreach");
  expect(outreach.filter(({ dueAt }) => dueAt)).toHaveLength(reachable);
  expect(await enrolled(campaignId, "holdout")).toHaveLength(peopleOf(excluded, "holdout"));
  expect(reachable + peopleOf(excluded, "holdout")).toBe(4);
});

test("goes on where a killed worker stopped, with the same people held out", async () => {
  const clinic = await t.given.clinic();
  const { program, manager } = clinic;
  const everybody = [clinic.patient];
  for (let i = 0; i < 5; i++) everybody.push(await t.given.patient(program.id));
  const heldOut = everybody.filter((_, i) => i % 2 === 1).map(({ id }) => id);
  await givenPilot(clinic, heldOut);
  const campaignId = await draft(clinic);
  await launchCampaign(t.ctxFor(manager), { campaignId, expected: 3 });

  await enrollAudiences(t.loopCtx(), 2);
  const dying = t.db.transaction(async (db) => {
    await enrollAudiences({ ...t.loopCtx(), db, joined: true }, 2);
    throw new Error("killed");
  });
  await expect(dying).rejects.toThrow("killed");
  await enrolEverybody(2);

  const rows = await enrolled(campaignId, "holdout");
  expect(rows.map(({ patientId }) => patientId)).toEqual(heldOut);
  expect(await enrolled(campaignId, "outreach")).toHaveLength(3);
});

test("another program texts them", async () => {
  const clinic = await t.given.clinic();
  const other = await t.given.clinic();
  const held = await t.given.patient(clinic.program.id);
  await t.db
    .insert(programPatients)
    .values({ programId: other.program.id, patientId: held.id, addedAt: monthAgo });
  await givenPilot(clinic, [held.id]);

  const { campaignId, preview } = await launch(other);

  expect(preview).toEqual({ supplied: 2, reachable: 2, excluded: [] });
  expect(await enrolled(campaignId, "holdout")).toEqual([]);
  const due = and(eq(enrollments.patientId, held.id), gt(enrollments.dueAt, monthAgo));
  expect(await t.db.select({ id: enrollments.campaignId }).from(enrollments).where(due)).toEqual([
    { id: campaignId },
  ]);
});

test("a launch compares the number without them, and nobody left is nothing to launch", async () => {
  const clinic = await t.given.clinic();
  const { program, manager, patient } = clinic;
  const ctx = t.ctxFor(manager);
  const held = await t.given.patient(program.id);
  await givenPilot(clinic, [held.id]);
  const campaignId = await draft(clinic);

  expect(await countReachable(ctx, program.id)).toBe(1);
  await expect(launchCampaign(ctx, { campaignId, expected: 2 })).rejects.toThrow(
    /You saw 2 people, and now 1 person would be texted/,
  );
  await givenPilot(clinic, [patient.id]);
  await expect(launchCampaign(ctx, { campaignId, expected: 0 })).rejects.toThrow(Blocked);
});
