import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { measureWindows } from "@/db/schema";
import { testDatabase } from "@/lib/testing";
import { writeMeasureWindows } from "./measure-window";

const t = testDatabase();

async function windowsFor(days: { birthDate: string; dueDate?: string; childBirthDate?: string }[]) {
  const { patient } = await t.given.clinic();
  for (const { dueDate = null, childBirthDate = null, birthDate } of days)
    await writeMeasureWindows(t.loopCtx(), [{ patientId: patient.id, birthDate, dueDate, childBirthDate }]);
  const rows = await t.db
    .select()
    .from(measureWindows)
    .where(eq(measureWindows.patientId, patient.id))
    .orderBy(asc(measureWindows.measureId));
  return rows.map(({ measureId, opensOn, closesOn }) => `${measureId} ${opensOn} ${closesOn}`);
}

test("a child's windows count from birth, in whole months", async () => {
  expect(await windowsFor([{ birthDate: "2025-12-20" }])).toEqual([
    "cis-2026 2025-12-01 2027-12-31",
    "cis-2027 2025-12-01 2027-12-31",
    "w30-first-2026 2025-12-01 2027-03-31",
    "w30-first-2027 2025-12-01 2027-03-31",
    "w30-second-2027 2027-03-01 2028-06-30",
  ]);
});

test("a yearly one is the measure's own year, from the third birthday to the 22nd", async () => {
  expect(await windowsFor([{ birthDate: "2023-09-10" }])).toEqual([
    "w30-second-2026 2024-12-01 2026-03-31",
    "wcv-2026 2026-09-01 2026-12-31",
    "wcv-2027 2027-01-01 2027-12-31",
  ]);
  expect(await windowsFor([{ birthDate: "2005-03-04" }])).toEqual([
    "wcv-2026 2026-01-01 2026-12-31",
    "wcv-2027 2027-01-01 2027-03-31",
  ]);
});

test("a mother's windows count from the due date and from the child's birth, a grown-up has none by age", async () => {
  expect(await windowsFor([{ birthDate: "1994-05-17", dueDate: "2026-10-01" }])).toEqual([
    "ppc-prenatal-2026 2025-12-01 2026-04-30",
  ]);
  expect(await windowsFor([{ birthDate: "1994-05-17", childBirthDate: "2026-02-10" }])).toEqual([
    "ppc-postpartum-2026 2026-02-01 2026-05-31",
  ]);
  expect(await windowsFor([{ birthDate: "1994-05-17" }])).toEqual([]);
});

test("written anew they replace what was there, and a day that went takes its window along", async () => {
  const due = { birthDate: "1994-05-17", dueDate: "2026-10-01" };
  expect(await windowsFor([due, due])).toHaveLength(1);
  expect(await windowsFor([due, { birthDate: "1994-05-17" }])).toEqual([]);
});
