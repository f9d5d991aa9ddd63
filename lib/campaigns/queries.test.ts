import { expect, test } from "vitest";
import { enrollments } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { writeCampaign } from "./drafting";
import { audiencePreview, listCampaigns } from "./queries";
import { campaignDetail } from "./queries-detail";
import { firstTexts } from "./types";

const t = testDatabase();

test("the preview counts everybody once, with why others get no text", async () => {
  const { manager, program } = await t.given.clinic();
  await t.given.patient(program.id, { consent: false });
  await t.given.patient(program.id, { consent: false });
  await t.given.patient(program.id, { on: await t.given.phone(undefined, { stoppedAt: wednesdayMorning }) });

  expect(await audiencePreview(t.ctxFor(manager), program.id)).toEqual({
    supplied: 4,
    reachable: 1,
    excluded: [
      { code: "no_consent", people: 2 },
      { code: "stopped", people: 1 },
    ],
  });
});

test("who is held out counts as supplied, never as somebody who could be texted", async () => {
  const { manager, program, patient } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const campaignId = await writeCampaign(ctx, { programId: program.id, name: "Visits", ...firstTexts });
  const held = await t.given.patient(program.id);
  const base = { campaignId, programId: program.id, language: "en", enrolledAt: wednesdayMorning };
  await t.db.insert(enrollments).values([
    { ...base, patientId: patient.id, phoneId: patient.phone.id, arm: "outreach" },
    { ...base, patientId: held.id, phoneId: held.phone.id, arm: "holdout" },
  ]);

  expect(await campaignDetail(ctx, campaignId)).toMatchObject({
    counts: { supplied: 2, textable: 1 },
    excluded: [{ code: "holdout", people: 1 }],
  });
  expect(await listCampaigns(ctx, program.id)).toMatchObject([{ textable: 1 }]);
});

test("an empty program has nobody", async () => {
  const manager = await t.given.user("manager");
  const program = await t.given.program({ members: [manager] });
  const ctx = t.ctxFor(manager);

  expect(await audiencePreview(ctx, program.id)).toEqual({ supplied: 0, reachable: 0, excluded: [] });
  expect(await listCampaigns(ctx, program.id)).toEqual([]);
});

test("a draft shows its texts as somebody would get them, and zeros", async () => {
  const { manager, program } = await t.given.clinic();
  const ctx = t.ctxFor(manager);
  const id = await writeCampaign(ctx, { programId: program.id, name: "Visits", ...firstTexts });

  expect(await campaignDetail(ctx, id)).toMatchObject({
    id,
    state: "draft",
    hasSender: true,
    launchedAt: null,
    sendsUntil: null,
    counts: { supplied: 0, sent: 0, costMicros: 0 },
    texts: [
      {
        language: "en",
        body: firstTexts.en,
        example: expect.stringContaining("Hi Rosa, Valley Care"),
        segments: 1,
      },
      { language: "es", segments: 1 },
    ],
  });
  expect(await listCampaigns(ctx, program.id)).toEqual([
    {
      id,
      name: "Visits",
      state: "draft",
      launchedAt: null,
      textable: 0,
      waiting: 0,
      sent: 0,
      delivered: 0,
      replied: 0,
    },
  ]);
});

test.each([
  ["2026-03-04T14:30Z", null],
  ["2026-03-04T13:59Z", "2026-03-04T14:00:00.000Z"],
  ["2026-03-07T22:00Z", "2026-03-08T13:00:00.000Z"],
])("at %s its hours begin %s, by the program's own window and zone", async (now, begin) => {
  const manager = await t.given.user("manager");
  const window = { textingOpens: "09:00", textingCloses: "17:00", textsOnSundays: true };
  const program = await t.given.program({ members: [manager], timeZone: "America/New_York", ...window });
  const ctx = t.ctxFor(manager, { now: new Date(now) });
  const id = await writeCampaign(ctx, { programId: program.id, name: "Visits", ...firstTexts });

  const { hours, hoursBegin } = await campaignDetail(ctx, id);
  expect(hours).toEqual({ opens: "09:00:00", closes: "17:00:00", sundays: true });
  expect(hoursBegin).toBe(begin);
});

test("nurses and other programs' managers read nothing", async () => {
  const { nurse, manager, program } = await t.given.clinic();
  const stranger = await t.given.clinic();
  const id = await writeCampaign(t.ctxFor(manager), { programId: program.id, name: "Visits", ...firstTexts });

  for (const read of [
    (user: typeof nurse) => listCampaigns(t.ctxFor(user), program.id),
    (user: typeof nurse) => campaignDetail(t.ctxFor(user), id),
    (user: typeof nurse) => audiencePreview(t.ctxFor(user), program.id),
  ]) {
    await expect(read(nurse)).rejects.toThrow(Forbidden);
    await expect(read(stranger.manager)).rejects.toThrow(NotFound);
  }
});
