import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { phones } from "@/db/schema";
import { Forbidden, NotFound } from "@/lib/errors";
import { testDatabase } from "@/lib/testing";
import { textingBeside } from "./queries-beside";

// A real clock's evening would answer otherwise: ctx.now is a Wednesday at 10:00.
const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;
let threadId: string;

beforeEach(async () => {
  clinic = await t.given.clinic();
  const { id } = await t.given.thread(clinic.program.id, clinic.sender.id, clinic.patient.phone.id);
  threadId = id;
});

const nurse = () => t.ctxFor(clinic.nurse);

test("each patient has what stands on file and what may go, by the program of the conversation", async () => {
  const silent = await t.given.patient(clinic.program.id, { on: clinic.patient.phone, consent: false });
  const beside = await textingBeside(nurse(), threadId, [clinic.patient.id, silent.id]);

  expect(beside.get(clinic.patient.id)?.consent).toMatchObject({ given: true });
  expect(beside.get(silent.id)).toMatchObject({
    consent: null,
    sentence: "Campaigns: No. There is no consent to text this patient.",
  });
});

test("a stopped number says so instead of speaking of campaigns", async () => {
  await t.db
    .update(phones)
    .set({ stoppedAt: new Date("2026-03-01") })
    .where(eq(phones.id, clinic.patient.phone.id));
  const beside = await textingBeside(nurse(), threadId, [clinic.patient.id]);
  expect(beside.get(clinic.patient.id)?.sentence).toBe("No. The patient stopped texts to this number.");
});

test("a conversation of others is not found, and managers read none", async () => {
  const elsewhere = await t.given.clinic();
  const ids = [clinic.patient.id];
  await expect(textingBeside(t.ctxFor(elsewhere.nurse), threadId, ids)).rejects.toThrow(NotFound);
  await expect(textingBeside(t.ctxFor(clinic.manager), threadId, ids)).rejects.toThrow(Forbidden);
  await expect(textingBeside(nurse(), "no id", ids)).rejects.toThrow(NotFound);
});
