import { and, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { messages, pace } from "@/db/schema";
import { inTransaction } from "@/lib/context";
import { holdPatient, releasePatient } from "@/lib/patients/hold";
import { mergePatients } from "@/lib/patients/merge";
import { passNumberOn } from "@/lib/patients/reassignment";
import { reportWrongNumber } from "@/lib/patients/wrong-number";
import { testDatabase, wednesdayMorning } from "@/lib/testing";
import { claimTexts } from "./claim";
import { queueTexts } from "./outbox";
import type { Purpose } from "./types";

const t = testDatabase();
type Clinic = Awaited<ReturnType<typeof t.given.clinic>>;
let clinic: Clinic;

beforeEach(async () => {
  clinic = await t.given.clinic();
  await t.db
    .update(pace)
    .set({ perSecond: 1_000, tokens: 1_000, refilledAt: new Date() })
    .where(eq(pace.key, "account"));
});

const nurse = () => t.ctxFor(clinic.nurse);
const later = new Date(wednesdayMorning.getTime() + 60_000);

async function queued(
  purpose: Purpose = "outreach",
  patient: { id: string; phone: { id: string } } = clinic.patient,
) {
  const [text] = await inTransaction(t.loopCtx(), (tx) =>
    queueTexts(tx, [
      {
        ...{ programId: clinic.program.id, senderId: clinic.sender.id, phoneId: patient.phone.id },
        ...{ patientId: patient.id, purpose, body: "Valley Care has a message for you." },
      },
    ]),
  );
  if (!text) throw new Error("not queued");
  return text;
}

async function fateOf({ threadId, messageId }: { threadId: string; messageId: string }) {
  await inTransaction(t.loopCtx({ now: later }), (tx) =>
    claimTexts(tx, clinic.sender.id, { all: 50, bulk: 50 }),
  );
  const [row] = await t.db
    .select({ state: messages.state, reason: messages.reason })
    .from(messages)
    .where(and(eq(messages.threadId, threadId), eq(messages.id, messageId)));
  return row?.reason ?? row?.state;
}

test("a text that was in line when the patient was held does not go, and a nurse's reply does", async () => {
  const outreach = await queued();
  await holdPatient(nurse(), { patientId: clinic.patient.id, reason: "loss" });
  const reply = await queued("reply");
  expect([await fateOf(outreach), await fateOf(reply)]).toEqual(["held", "sending"]);
  expect(await t.auditOf("message.suppressed")).toContainEqual(
    expect.objectContaining({ details: { messageId: outreach.messageId, reason: "held" } }),
  );
});

test("it goes once the hold is released", async () => {
  await holdPatient(nurse(), { patientId: clinic.patient.id, reason: "other" });
  const outreach = await queued();
  await releasePatient(nurse(), { patientId: clinic.patient.id });
  expect(await fateOf(outreach)).toBe("sending");
});

test("on a shared phone only the held patient's outreach is held", async () => {
  const luis = await t.given.patient(clinic.program.id, { name: "Luis Marín", on: clinic.patient.phone });
  await holdPatient(nurse(), { patientId: clinic.patient.id, reason: "death" });
  const [rosas, his] = [await queued(), await queued("outreach", luis)];
  expect([await fateOf(rosas), await fateOf(his)]).toEqual(["deceased", "sending"]);
});

test("a text to a record that was joined with another, or to a wrong number, never goes", async () => {
  const double = await t.given.patient(clinic.program.id);
  const toDouble = await queued("outreach", double);
  await mergePatients(nurse(), { keptId: clinic.patient.id, mergedId: double.id });
  expect(await fateOf(toDouble)).toBe("merged");

  const outreach = await queued();
  await reportWrongNumber(nurse(), {
    ...{ patientId: clinic.patient.id, phoneId: clinic.patient.phone.id },
    ...{ threadId: null, messageId: null },
  });
  expect(await fateOf(outreach)).toBe("wrong_number");
});

test("what was written before a number passed on does not reach who has it now, replies included", async () => {
  const [outreach, reply] = [await queued(), await queued("reply")];
  await passNumberOn(nurse(), { phoneId: clinic.patient.phone.id });
  expect([await fateOf(outreach), await fateOf(reply)]).toEqual(["reassigned", "reassigned"]);
});
