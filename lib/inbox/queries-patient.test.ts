import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { patientPhones, threads } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { threadsOfPatient } from "./queries-patient";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const read = () => threadsOfPatient(t.ctxFor(clinic.nurse), clinic.patient.id);

test("each conversation on their numbers with where it stands, and no word of it", async () => {
  const { program, sender, patient } = clinic;
  const waiting = await t.given.thread(program.id, sender.id, patient.phone.id, {
    lastMessageAt: wednesdayMorning,
    waitingSince: wednesdayMorning,
  });
  const second = await t.given.sender(program.id);
  const closed = await t.given.thread(program.id, second.id, patient.phone.id, {
    closedAt: wednesdayMorning,
    disposition: "answered",
  });
  const elsewhere = await t.given.clinic();
  await t.given.thread(elsewhere.program.id, elsewhere.sender.id, patient.phone.id);

  const shared = { number: patient.phone.e164, program: "Visits" };
  expect(await read()).toEqual([
    {
      ...{ id: waiting.id, ...shared, closed: null },
      ...{ lastMessageAt: wednesdayMorning.toISOString(), waitingSince: wednesdayMorning.toISOString() },
    },
    { id: closed.id, ...shared, closed: "answered", lastMessageAt: null, waitingSince: null },
  ]);
});

test("a number that is theirs no more takes its conversations along", async () => {
  const { program, sender, patient } = clinic;
  await t.given.thread(program.id, sender.id, patient.phone.id);
  await t.db
    .update(patientPhones)
    .set({ validUntil: new Date() })
    .where(eq(patientPhones.patientId, patient.id));
  expect(await read()).toEqual([]);
  expect(await t.db.select({ id: threads.id }).from(threads).limit(1)).toHaveLength(1);
});

test("it is for nurses of the patient's programs", async () => {
  const there = await t.given.clinic();
  await expect(threadsOfPatient(t.ctxFor(there.nurse), clinic.patient.id)).rejects.toThrow(NotFound);
  await expect(threadsOfPatient(t.ctxFor(clinic.manager), clinic.patient.id)).rejects.toThrow(Forbidden);
});
