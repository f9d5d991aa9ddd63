import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { consents, riskNotices } from "@/db/schema";
import { Conflict, Forbidden, Invalid, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import type { RecordRiskNoticeInput } from "./inputs";
import { recordRiskNotice } from "./risk-notice";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const nurse = () => t.ctxFor(clinic.nurse);
const told = (more: Partial<RecordRiskNoticeInput> = {}): RecordRiskNoticeInput => ({
  patientId: clinic.patient.id,
  accepted: true,
  channel: "in_person",
  wordsVersion: "notice-spoken-zh-1",
  language: "zh",
  seen: null,
  ...more,
});
const notices = () =>
  t.db
    .select()
    .from(riskNotices)
    .where(eq(riskNotices.patientId, clinic.patient.id))
    .orderBy(asc(riskNotices.id));

test("keeps what they were told and what they want, with audit and feed, and touches no consent", async () => {
  await recordRiskNotice(nurse(), told());
  await recordRiskNotice(
    nurse(),
    told({
      accepted: false,
      channel: "form",
      wordsVersion: "notice-written-en-1",
      language: "en",
      seen: (await notices())[0]?.id ?? null,
    }),
  );

  expect(await notices()).toMatchObject([
    {
      accepted: true,
      channel: "in_person",
      wordsVersion: "notice-spoken-zh-1",
      language: "zh",
      words: expect.stringContaining("Valley Care"),
      recordedBy: clinic.nurse.id,
      recordedAt: wednesdayMorning,
    },
    { accepted: false, channel: "form", wordsVersion: "notice-written-en-1", language: "en" },
  ]);
  expect((await t.auditOf("notice.recorded")).at(-1)).toEqual({
    actorId: clinic.nurse.id,
    programId: clinic.program.id,
    details: {
      patientId: clinic.patient.id,
      noticeId: (await notices()).at(-1)?.id,
      accepted: false,
      channel: "form",
    },
  });
  expect(await t.feedOf("stop.changed")).toContainEqual({ programId: clinic.program.id, threadId: null });
  expect(await t.db.select().from(consents).where(eq(consents.patientId, clinic.patient.id))).toMatchObject([
    { given: true, basis: "roster" },
  ]);
});

test("words of consent, and words of a form that were read out, are refused", async () => {
  for (const wordsVersion of ["consent-spoken-zh-1", "notice-written-zh-1", "notice-spoken-en-1"])
    await expect(recordRiskNotice(nurse(), told({ wordsVersion }))).rejects.toThrow(Invalid);
  expect(await notices()).toEqual([]);
});

test("only a nurse of one of the patient's programs may", async () => {
  const admin = await t.given.user("admin");
  const elsewhere = await t.given.clinic();
  await expect(recordRiskNotice(t.ctxFor(clinic.manager), told())).rejects.toThrow(Forbidden);
  await expect(recordRiskNotice(t.ctxFor(admin), told())).rejects.toThrow(Forbidden);
  await expect(recordRiskNotice(t.ctxFor(elsewhere.nurse), told())).rejects.toThrow(NotFound);
  expect(await notices()).toEqual([]);
});

test("of two nurses at once one is told to look again", async () => {
  const both = await Promise.allSettled([
    recordRiskNotice(nurse(), told()),
    recordRiskNotice(nurse(), told({ accepted: false })),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: expect.any(Conflict) });
  expect(await notices()).toHaveLength(1);
});
