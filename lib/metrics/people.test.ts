import { inArray } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { actions, campaigns, enrollmentSteps, enrollments, patientMerges } from "@/db/schema";
import { mergePatients } from "@/lib/patients/merge";
import { undoMerge } from "@/lib/patients/merge-undo";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { resultsOf } from "./queries";

const t = testDatabase();

const launch = new Date("2026-02-02T15:00:00Z");
const windowOver = new Date("2026-03-05T05:00:00Z");

let manager: Awaited<ReturnType<typeof t.given.user>>;
let nurse: Awaited<ReturnType<typeof t.given.user>>;
let programId: string;
let kept: string;
let merged: string;

beforeEach(async () => {
  manager = await t.given.user("manager");
  nurse = await t.given.user("nurse");
  programId = (await t.given.program({ members: [manager, nurse], windowDays: 30 })).id;
  kept = (await t.given.patient(programId)).id;
  merged = (await t.given.patient(programId)).id;
});

async function campaign() {
  const id = t.given.newId();
  await t.db.insert(campaigns).values({
    ...{ id, programId, name: "Wave", state: "running", sendGroupId: t.given.newId() },
    ...{ createdBy: manager.id, createdAt: launch, launchedAt: launch },
  });
  return id;
}

/** Enrolled, and, unless held out, texted and answered. */
async function enroll(campaignId: string, patientId: string, arm: "outreach" | "holdout" = "outreach") {
  await t.db
    .insert(enrollments)
    .values({ campaignId, patientId, programId, arm, language: "en", enrolledAt: launch });
  if (arm === "outreach")
    await t.db.insert(enrollmentSteps).values({
      ...{ campaignId, patientId, step: 1, messageId: t.given.newId(), threadId: t.given.newId() },
      ...{ segments: 1, costMicros: 7_500, queuedAt: launch },
      ...{ sentAt: launch, deliveredAt: launch, repliedAt: launch },
    });
}

const acts = (patientId: string, source: "claims" | "staff" = "claims") =>
  t.db.insert(actions).values({
    ...{ id: t.given.newId(), programId, patientId, occurredOn: "2026-02-10", source, recordedAt: launch },
  });

const merge = (keptId: string, mergedId: string) =>
  mergePatients(t.ctxFor(nurse, { now: wednesdayMorning }), { keptId, mergedId });

const results = () => resultsOf(t.ctxFor(manager, { now: windowOver }), programId, {});
async function counts() {
  const { funnel, replies } = await results();
  const { supplied, outreach, sent, replied, acted } = funnel.counts;
  const inSlots = replies.slots.reduce((sum, { people }) => sum + people, 0);
  return { supplied, outreach, sent, replied, acted, inSlots };
}

const once = { supplied: 1, outreach: 1, sent: 1, replied: 1, acted: 1, inSlots: 1 };

describe("an action counts for the person, whichever of their records has it", () => {
  test("enrolled by the record that was joined, recorded on the kept one", async () => {
    await enroll(await campaign(), merged);
    await merge(kept, merged);
    await acts(kept);
    expect(await counts()).toEqual(once);
  });

  test("enrolled by the kept record, recorded on the one that was joined", async () => {
    await enroll(await campaign(), kept);
    await acts(merged);
    await merge(kept, merged);
    expect(await counts()).toEqual(once);
  });

  test("to the end of a chain, and from one joined record to another", async () => {
    const last = (await t.given.patient(programId)).id;
    await enroll(await campaign(), merged);
    await merge(kept, merged);
    await merge(last, kept);
    await acts(last);
    expect(await counts()).toEqual(once);

    await t.db.delete(actions).where(inArray(actions.patientId, [last]));
    await acts(kept);
    expect(await counts()).toEqual(once);
  });

  test("not before they are joined, and not any more once they are parted", async () => {
    await enroll(await campaign(), merged);
    await acts(kept);
    expect((await counts()).acted).toBe(0);
    await merge(kept, merged);
    expect((await counts()).acted).toBe(1);
    const [row] = await t.db
      .select({ id: patientMerges.id })
      .from(patientMerges)
      .where(inArray(patientMerges.mergedId, [merged]));
    await undoMerge(t.ctxFor(nurse), { mergeId: row?.id ?? "" });
    expect((await counts()).acted).toBe(0);
  });
});

test("a person whose two records were both enrolled, texted and acted counts once, under the strongest evidence", async () => {
  const id = await campaign();
  await enroll(id, kept);
  await enroll(id, merged);
  await acts(kept, "staff");
  await acts(merged, "claims");
  await merge(kept, merged);
  expect(await counts()).toEqual(once);
  const { funnel } = await results();
  expect(funnel.actedBy).toEqual({ claims: 1 });
  // What was paid for was two texts.
  expect(funnel).toMatchObject({ segments: 2, costMicros: 15_000 });
});

test("the comparison with the holdout counts a person once, in the arm that they were first assigned to", async () => {
  const id = await campaign();
  const other = (await t.given.patient(programId)).id;
  await enroll(id, merged, "holdout");
  await enroll(await campaign(), kept);
  await enroll(id, other);
  await t.db
    .update(enrollments)
    .set({ enrolledAt: new Date(launch.getTime() - 60_000) })
    .where(inArray(enrollments.patientId, [merged]));
  await acts(kept);
  await merge(kept, merged);
  expect((await results()).lift).toMatchObject({
    outreach: { people: 1, acted: 0 },
    holdout: { people: 1, acted: 1 },
  });
});
