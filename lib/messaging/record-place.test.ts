import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { phones } from "@/db/schema";
import { patientDetail } from "@/lib/patients/queries-patient";
import { changeRecord } from "@/lib/patients/record";
import { phoneIndex } from "@/lib/phi/blind-index";
import { seal } from "@/lib/phi/seal";
import { testDatabase } from "@/lib/testing";
import { textingAnswers } from "./may-text";

const t = testDatabase();

// 10:30 in New York, 5:30 in Honolulu.
const now = new Date("2026-03-04T15:30:00Z");

test("where the record says that they live changes the hours of texts at once", async () => {
  const { nurse, patient } = await t.given.clinic();
  const ctx = t.ctxFor(nurse, { now });
  await t.db
    .update(phones)
    .set({
      number: seal("phones.number", patient.phone.id, "+12125550123"),
      numberIndex: phoneIndex("+12125550123"),
    })
    .where(eq(phones.id, patient.phone.id));
  const outreach = async () =>
    (await textingAnswers(ctx, patient.id)).find(({ purpose }) => purpose === "outreach")?.sentence;
  const change = async (more: { zip?: string; state?: string; timeZone?: string | null }) => {
    const { record } = await patientDetail(ctx, patient.id);
    await changeRecord(ctx, { ...record, patientId: patient.id, status: null, ...more });
  };
  expect(await outreach()).toBe("Yes, campaigns may text this number now.");

  await change({ zip: "96813" });
  expect(await outreach()).toMatch(/^Not now\. .* texting hours begin Wednesday, Mar 4, 10:00 AM HST\.$/);

  await change({ zip: "10001" });
  expect(await outreach()).toBe("Yes, campaigns may text this number now.");

  await change({ timeZone: "Pacific/Honolulu" });
  expect(await outreach()).toContain("10:00 AM HST");
});
