import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { patientPhones, phones } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { Conflict, Forbidden, NotFound } from "@/lib/errors";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { linkPhones } from "./phone-link";
import { patientRecords } from "./queries-records";
import { passNumberOn } from "./reassignment";
import { reportWrongNumber, undoWrongNumber } from "./wrong-number";

const t = testDatabase();
let clinic: Awaited<ReturnType<typeof t.given.clinic>>;

beforeEach(async () => {
  clinic = await t.given.clinic();
});

const nurse = () => t.ctxFor(clinic.nurse);
const wrong = (more = {}) => ({
  ...{ patientId: clinic.patient.id, phoneId: clinic.patient.phone.id, threadId: null, messageId: null },
  ...more,
});
const linkOf = async (patientId = clinic.patient.id) =>
  (
    await t.db
      .select()
      .from(patientPhones)
      .where(and(eq(patientPhones.patientId, patientId), eq(patientPhones.phoneId, clinic.patient.phone.id)))
  )[0];
const reported = async () => (await patientRecords(nurse(), clinic.patient.id)).ended;

test("ends the link of this patient only, and says who reported it, when and where", async () => {
  const luis = await t.given.patient(clinic.program.id, { on: clinic.patient.phone });
  const thread = await t.given.thread(clinic.program.id, clinic.sender.id, clinic.patient.phone.id);

  await reportWrongNumber(nurse(), wrong({ threadId: thread.id }));

  expect(await linkOf()).toMatchObject({
    validUntil: wednesdayMorning,
    ending: "wrong_number",
    endedBy: clinic.nurse.id,
  });
  expect(await linkOf(luis.id)).toMatchObject({ validUntil: null });
  const [phone] = await t.db.select().from(phones).where(eq(phones.id, clinic.patient.phone.id));
  expect(phone?.stoppedAt).toBeNull();
  const [report] = await reported();
  expect(report).toMatchObject({
    ...{ phoneId: clinic.patient.phone.id, number: clinic.patient.phone.e164, ending: "wrong_number" },
    ...{ at: wednesdayMorning.toISOString(), by: clinic.nurse.name, threadId: thread.id },
  });
  expect(await t.auditOf("phone.reported")).toContainEqual({
    actorId: clinic.nurse.id,
    programId: clinic.program.id,
    details: {
      ...{ patientId: clinic.patient.id, phoneId: clinic.patient.phone.id },
      ...{ reportId: report?.reportId, threadId: thread.id },
    },
  });
  expect((await t.feedOf("patient.changed")).map((e) => e.programId)).toContain(clinic.program.id);
});

test("a file that repeats the number does not bring it back", async () => {
  await reportWrongNumber(nurse(), wrong());
  const link = { patientId: clinic.patient.id, phoneId: clinic.patient.phone.id };
  expect(await inTransaction(t.loopCtx(), (tx) => linkPhones(tx, [link]))).toEqual([]);
  expect(await linkOf()).toMatchObject({ ending: "wrong_number" });
});

test("taken back, everything is as before, and it can be reported anew", async () => {
  const before = await linkOf();
  await reportWrongNumber(nurse(), wrong());
  const [report] = await reported();
  const undo = { patientId: clinic.patient.id, reportId: report?.reportId ?? "" };

  await undoWrongNumber(nurse(), undo);

  expect(await linkOf()).toEqual(before);
  expect(await reported()).toEqual([]);
  expect(await t.auditOf("phone.report-undone")).toContainEqual(
    expect.objectContaining({
      details: { ...undo, phoneId: clinic.patient.phone.id },
    }),
  );
  await expect(undoWrongNumber(nurse(), undo)).rejects.toThrow(Conflict);
  await reportWrongNumber(nurse(), wrong());
});

test("of two reports at once one counts, and the other is told", async () => {
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => reportWrongNumber(nurse(), wrong())));
  expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(NotFound);
});

test("once the number has passed to somebody else, the report stays", async () => {
  await t.given.patient(clinic.program.id, { on: clinic.patient.phone });
  await reportWrongNumber(nurse(), wrong());
  await passNumberOn(nurse(), { phoneId: clinic.patient.phone.id });
  const report = (await reported()).find(({ reportId }) => reportId);
  const undoing = undoWrongNumber(nurse(), {
    patientId: clinic.patient.id,
    reportId: report?.reportId ?? "",
  });
  await expect(undoing).rejects.toThrow(Conflict);
  expect(await linkOf()).toMatchObject({ ending: "wrong_number" });
});

test("only nurses report, of patients of theirs, and with evidence of theirs", async () => {
  const elsewhere = await t.given.clinic();
  await expect(reportWrongNumber(t.ctxFor(clinic.manager), wrong())).rejects.toThrow(Forbidden);
  await expect(reportWrongNumber(t.ctxFor(elsewhere.nurse), wrong())).rejects.toThrow(NotFound);
  const theirs = await t.given.thread(elsewhere.program.id, elsewhere.sender.id, clinic.patient.phone.id);
  await expect(reportWrongNumber(nurse(), wrong({ threadId: theirs.id }))).rejects.toThrow(NotFound);
  const ours = await t.given.thread(clinic.program.id, clinic.sender.id, clinic.patient.phone.id);
  const noText = wrong({ threadId: ours.id, messageId: t.given.newId() });
  await expect(reportWrongNumber(nurse(), noText)).rejects.toThrow(NotFound);
  expect(await linkOf()).toMatchObject({ validUntil: null });
});
