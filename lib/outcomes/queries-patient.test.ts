import { beforeEach, expect, test } from "vitest";
import { actions, programPatients, touches } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { actionsOfPatient, touchesOf } from "./queries-patient";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
  const elsewhere = await t.given.program();
  await t.db
    .insert(programPatients)
    .values({ programId: elsewhere.id, patientId: clinic.patient.id, addedAt: new Date() });
  for (const programId of [clinic.program.id, elsewhere.id]) {
    const fact = { programId, patientId: clinic.patient.id, recordedAt: new Date() };
    await t.db.insert(actions).values([
      { ...fact, id: t.given.newId(), occurredOn: "2026-02-01", source: "claims", code: "99392" },
      { ...fact, id: t.given.newId(), occurredOn: "2026-03-01", source: "self_report" },
    ]);
    await t.db.insert(touches).values([
      { ...fact, id: t.given.newId(), occurredOn: "2026-01-10", channel: "postcard" },
      { ...fact, id: t.given.newId(), occurredOn: "2026-01-20", channel: "call", reached: "no" },
    ]);
  }
});

test("what they did and how else they were contacted, in the reader's programs, newest first", async () => {
  const ctx = t.ctxFor(clinic.nurse);
  expect(await actionsOfPatient(ctx, clinic.patient.id)).toMatchObject([
    { occurredOn: "2026-03-01", source: "self_report", code: null, action: "Came to a visit" },
    { occurredOn: "2026-02-01", source: "claims", code: "99392", program: "Visits" },
  ]);
  expect(await touchesOf(ctx, clinic.patient.id)).toMatchObject([
    { occurredOn: "2026-01-20", channel: "call", reached: "no", program: "Visits" },
    { occurredOn: "2026-01-10", channel: "postcard", reached: null },
  ]);
});

test("neither is told to others", async () => {
  const there = await t.given.clinic();
  for (const read of [actionsOfPatient, touchesOf]) {
    await expect(read(t.ctxFor(there.nurse), clinic.patient.id)).rejects.toThrow(NotFound);
    await expect(read(t.ctxFor(clinic.manager), clinic.patient.id)).rejects.toThrow(Forbidden);
  }
});
