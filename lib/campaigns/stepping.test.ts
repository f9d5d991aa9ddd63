import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import {
  campaigns,
  enrollmentSteps,
  enrollments,
  messages,
  outbox,
  patients,
  sendGroups,
  threads,
} from "@/db/schema";
import { open, seal } from "@/lib/phi/seal";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { writeCampaign } from "./drafting";
import { enrollAudiences } from "./enrolling";
import { launchCampaign, pauseCampaign, resumeCampaign } from "./launch";
import { countReachable } from "./queries";
import { campaignDetail } from "./queries-detail";
import { renderDueSteps } from "./stepping";
import { firstTexts } from "./types";

const t = testDatabase();

async function launch(clinic: Awaited<ReturnType<typeof t.given.clinic>>) {
  const ctx = t.ctxFor(clinic.manager);
  const programId = clinic.program.id;
  const campaignId = await writeCampaign(ctx, { programId, name: "Visits", ...firstTexts });
  await launchCampaign(ctx, { campaignId, expected: await countReachable(ctx, programId) });
  while ((await enrollAudiences(t.loopCtx())) > 0);
  return { ...clinic, ctx, campaignId };
}

async function givenRunning(...names: { name?: string; language?: string }[]) {
  const clinic = await t.given.clinic();
  const others = [];
  for (const more of names) others.push(await t.given.patient(clinic.program.id, more));
  return { ...(await launch(clinic)), others };
}

const stepsOf = (campaignId: string) =>
  t.db.select().from(enrollmentSteps).where(eq(enrollmentSteps.campaignId, campaignId));

async function bodyTo(patientId: string) {
  const [message] = await t.db.select().from(messages).where(eq(messages.patientId, patientId));
  return message && open("messages.body", message.id, message.body);
}

// Each test looks at its own campaign only.
beforeEach(async () => {
  await t.db.update(campaigns).set({ state: "paused" }).where(eq(campaigns.state, "running"));
});

test("writes each text once, in the person's language, with what it will cost", async () => {
  const { campaignId, patient, others, program, sender } = await givenRunning({
    name: "Luz Ortiz",
    language: "es",
  });

  expect(await renderDueSteps(t.loopCtx())).toBe(2);
  expect(await renderDueSteps(t.loopCtx())).toBe(0);

  expect(await bodyTo(patient.id)).toBe(
    "Hi Rosa, Valley Care has a message for you. Reply 1 for a call, STOP to stop.",
  );
  expect(await bodyTo(others[0]?.id ?? "")).toBe(
    "Hola Luz, Valley Care tiene un mensaje para usted. Responda 1 para una llamada, STOP para parar.",
  );
  const steps = await stepsOf(campaignId);
  expect(steps).toHaveLength(2);
  expect(steps[0]).toMatchObject({
    step: 1,
    segments: 1,
    costMicros: program.segmentCostMicros,
    queuedAt: wednesdayMorning,
    sentAt: null,
  });
  const [row] = await t.db.select().from(outbox).where(eq(outbox.patientId, patient.id));
  const [campaign] = await t.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  expect(row).toMatchObject({
    purpose: "outreach",
    lane: "bulk",
    senderId: sender.id,
    phoneId: patient.phone.id,
    sendGroupId: campaign?.sendGroupId,
  });
});

test("workers that run at once write each text once", async () => {
  const { campaignId } = await givenRunning({}, {}, {});

  await Promise.all(Array.from({ length: 4 }, () => renderDueSteps(t.loopCtx())));

  expect(await stepsOf(campaignId)).toHaveLength(4);
});

test("paused, nothing is written; resumed, the same people get their text", async () => {
  const { ctx, campaignId, program } = await givenRunning({});
  await pauseCampaign(ctx, { campaignId });

  expect(await renderDueSteps(t.loopCtx())).toBe(0);
  expect(await t.db.select().from(outbox).where(eq(outbox.programId, program.id))).toEqual([]);

  await resumeCampaign(ctx, { campaignId });
  expect(await renderDueSteps(t.loopCtx())).toBe(2);
});

test("after its time nothing is written", async () => {
  const { campaignId } = await givenRunning();
  const later = new Date(wednesdayMorning.getTime() + 8 * 86_400_000);

  expect(await renderDueSteps(t.loopCtx({ now: later }))).toBe(0);
  expect(await stepsOf(campaignId)).toEqual([]);
});

test("a closed send group alone holds everything back", async () => {
  const { campaignId, program } = await givenRunning();
  await t.db.update(sendGroups).set({ open: false }).where(eq(sendGroups.programId, program.id));

  expect(await renderDueSteps(t.loopCtx())).toBe(0);
  expect(await stepsOf(campaignId)).toEqual([]);
});

test("a worker that dies in the middle of a batch leaves everybody due", async () => {
  const { campaignId } = await givenRunning({});
  const dying = t.db.transaction(async (db) => {
    await renderDueSteps({ ...t.loopCtx(), db, joined: true });
    throw new Error("killed");
  });
  await expect(dying).rejects.toThrow("killed");
  expect(await stepsOf(campaignId)).toEqual([]);

  expect(await renderDueSteps(t.loopCtx())).toBe(2);
});

test("who has no name to greet gets no text with a hole, and is counted with the reason", async () => {
  const { ctx, campaignId, others, patient } = await givenRunning({ name: "Ana Gil" });
  const nameless = others[0]?.id ?? "";
  await t.db
    .update(patients)
    .set({ name: seal("patients.name", nameless, " ") })
    .where(eq(patients.id, nameless));

  expect(await renderDueSteps(t.loopCtx())).toBe(2);

  expect((await stepsOf(campaignId)).map((step) => step.patientId)).toEqual([patient.id]);
  const [enrollment] = await t.db
    .select({ excluded: enrollments.excluded, dueAt: enrollments.dueAt })
    .from(enrollments)
    .where(and(eq(enrollments.campaignId, campaignId), eq(enrollments.patientId, nameless)));
  expect(enrollment).toEqual({ excluded: "merge_field_empty", dueAt: null });
  expect(await campaignDetail(ctx, campaignId)).toMatchObject({
    counts: { supplied: 2, textable: 1, due: 0, queued: 1 },
    excluded: [{ code: "merge_field_empty", people: 1 }],
  });
});

test("writes no further ahead than the sender sends in a minute", async () => {
  const clinic = await t.given.clinic();
  for (let i = 0; i < 69; i++) await t.given.patient(clinic.program.id);
  const slow = await t.given.program({ members: [clinic.manager] });
  const slowSender = await t.given.sender(slow.id, { segmentsPerSecond: 1 });
  for (let i = 0; i < 70; i++) await t.given.patient(slow.id);
  const fast = await launch(clinic);
  const { campaignId } = await launch({ ...clinic, program: slow, sender: slowSender });

  await renderDueSteps(t.loopCtx());
  await renderDueSteps(t.loopCtx());
  expect(await stepsOf(campaignId)).toHaveLength(60);
  expect(await stepsOf(fast.campaignId)).toHaveLength(70);

  await t.db.delete(outbox).where(eq(outbox.senderId, slowSender.id));
  await renderDueSteps(t.loopCtx());
  expect(await stepsOf(campaignId)).toHaveLength(70);
});

test("texts that were put off to a later hour take no place of those that may go now", async () => {
  const clinic = await t.given.clinic();
  const slow = await t.given.program({ members: [clinic.manager] });
  const sender = await t.given.sender(slow.id, { segmentsPerSecond: 1 });
  for (let i = 0; i < 90; i++) await t.given.patient(slow.id);
  const { campaignId } = await launch({ ...clinic, program: slow, sender });
  await renderDueSteps(t.loopCtx());
  expect(await stepsOf(campaignId)).toHaveLength(60);

  const noon = new Date(wednesdayMorning.getTime() + 3 * 3_600_000);
  await t.db.update(outbox).set({ dueAt: noon }).where(eq(outbox.senderId, sender.id));
  await renderDueSteps(t.loopCtx());
  expect(await stepsOf(campaignId)).toHaveLength(90);
});

test("a phone keeps the number that wrote to it first", async () => {
  const clinic = await t.given.clinic();
  for (let i = 0; i < 12; i++) await t.given.patient(clinic.program.id);
  const second = await t.given.sender(clinic.program.id);
  await t.given.thread(clinic.program.id, second.id, clinic.patient.phone.id);
  const { program } = await launch(clinic);

  await renderDueSteps(t.loopCtx());
  await launch(clinic);
  await renderDueSteps(t.loopCtx());

  const rows = await t.db.select().from(threads).where(eq(threads.programId, program.id));
  expect(rows).toHaveLength(13);
  expect(rows.find((row) => row.phoneId === clinic.patient.phone.id)?.senderId).toBe(second.id);
});

test("a campaign whose texts cannot be written does not keep the next one", async () => {
  const broken = await givenRunning();
  const good = await givenRunning();
  await t.db
    .update(patients)
    .set({ name: Buffer.from("not sealed") })
    .where(eq(patients.id, broken.patient.id));
  for (let tries = 0; tries < 3; tries += 1) await expect(renderDueSteps(t.loopCtx())).rejects.toThrow();
  expect(await renderDueSteps(t.loopCtx())).toBe(1);
  expect(await stepsOf(good.campaignId)).toHaveLength(1);
  const [waiting] = await t.db
    .select()
    .from(enrollments)
    .where(eq(enrollments.campaignId, broken.campaignId));
  expect(waiting?.dueAt).not.toBeNull();
});
