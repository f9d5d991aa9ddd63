import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { measures, measureWindows, patients } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { newId } from "@/lib/ids";
import { memberIndex } from "@/lib/phi/blind-index";
import { testDatabase } from "@/lib/testing";
import { preparePeople, upsertPatients } from "./enrolling";
import { rewriteMeasureWindows, windowOf } from "./measure-window";
import type { NormalisedRow } from "./types";

const t = testDatabase();

const ruleOf = async (id: string) => {
  const [rule] = await t.db.select().from(measures).where(eq(measures.id, id));
  if (!rule) throw new Error(`There is no measure ${id}.`);
  return rule;
};

test.each([
  // 1 January 2026 to 1 January 2027 and 90 days.
  ["w30-first-2026", { birthDate: "2026-01-17" }, ["2026-01-01", "2027-04-30"]],
  ["w30-first-2027", { birthDate: "2026-01-17" }, ["2026-01-01", "2027-04-30"]],
  ["w30-first-2026", { birthDate: "2024-02-29" }, null],
  ["w30-second-2026", { birthDate: "2024-11-30" }, ["2026-03-01", "2027-05-31"]],
  ["wcv-2026", { birthDate: "2015-06-15" }, ["2026-01-01", "2026-12-31"]],
  ["wcv-2026", { birthDate: "2023-06-15" }, ["2026-06-01", "2026-12-31"]],
  ["wcv-2026", { birthDate: "2004-03-15" }, ["2026-01-01", "2026-03-31"]],
  ["wcv-2026", { birthDate: "1970-06-15" }, null],
  ["wcv-2026", { birthDate: "2025-06-15" }, null],
  ["ppc-prenatal-2026", { birthDate: "1990-01-01", dueDate: "2026-10-08" }, ["2026-01-01", "2026-04-30"]],
  ["ppc-prenatal-2026", { birthDate: "1990-01-01" }, null],
  [
    "ppc-postpartum-2026",
    { birthDate: "1990-01-01", childBirthDate: "2026-02-03" },
    ["2026-02-01", "2026-04-30"],
  ],
  ["ima-2026", { birthDate: "2014-08-31" }, ["2023-08-01", "2027-08-31"]],
] as const)("%s of %o is open %o", async (id, days, window) => {
  const found = windowOf(await ruleOf(id), days);
  expect(found && [found.opensOn, found.closesOn]).toEqual(window);
});

async function windowsOf(member: string) {
  const found = await t.db
    .select({ measure: measureWindows.measureId, opens: measureWindows.opensOn })
    .from(measureWindows)
    .innerJoin(patients, eq(patients.id, measureWindows.patientId))
    .where(eq(patients.memberIndex, memberIndex(member)));
  return found.map(({ measure, opens }) => `${measure} ${opens}`).sort();
}

test("windows come with a patient, follow a changed day, and stay where a file says no day", async () => {
  const program = await t.given.program();
  const row: NormalisedRow = {
    ...{ memberNumber: "MW1", name: "Ana Ruiz", birthDate: "1990-02-28", language: "es", zip3: null },
    ...{ phone: null, consent: null, consentOn: null, dueDate: "2026-10-08" },
  };
  const enrol = (more: Partial<NormalisedRow>) =>
    inTransaction(t.loopCtx(), async (tx) =>
      upsertPatients(tx, program.id, newId(), await preparePeople(tx, [{ ...row, ...more }])),
    );

  await enrol({});
  expect(await windowsOf("MW1")).toEqual(["ppc-prenatal-2026 2026-01-01"]);
  await enrol({});
  await enrol({ dueDate: "2026-11-08" });
  expect(await windowsOf("MW1")).toEqual(["ppc-prenatal-2026 2026-02-01"]);
  await enrol({ dueDate: null, name: "Ana R." });
  expect(await windowsOf("MW1")).toEqual(["ppc-prenatal-2026 2026-02-01"]);
  await enrol({ dueDate: null, childBirthDate: "2026-02-03", name: "Ana R." });
  expect(await windowsOf("MW1")).toEqual(["ppc-postpartum-2026 2026-02-01", "ppc-prenatal-2026 2026-02-01"]);
});

test("a person takes a day back, and its windows go with it", async () => {
  const { patient } = await t.given.clinic();
  const days = { birthDate: "1994-05-17", dueDate: "2026-10-01" };
  const windows = () => t.db.$count(measureWindows, eq(measureWindows.patientId, patient.id));
  for (let i = 0; i < 2; i++) await rewriteMeasureWindows(t.loopCtx(), { id: patient.id, row: days });
  expect(await windows()).toBe(1);
  await rewriteMeasureWindows(t.loopCtx(), { id: patient.id, row: { ...days, dueDate: null } });
  expect(await windows()).toBe(0);
});
