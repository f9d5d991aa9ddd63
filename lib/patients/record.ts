import { eq, sql } from "drizzle-orm";
import { patients, programPatients } from "@/db/schema";
import { authorize } from "@/lib/access/authorize";
import { audit } from "@/lib/audit/record";
import { type Ctx, inTransaction } from "@/lib/context";
import { Blocked, Conflict, NotFound } from "@/lib/errors";
import { record } from "@/lib/feed/record";
import { birthIndex } from "@/lib/phi/blind-index";
import { nameIndexOf } from "@/lib/phi/name-index";
import { seal } from "@/lib/phi/seal";
import type { ChangeRecordInput } from "./inputs";
import { rewriteMeasureWindows } from "./measure-window";
import { announcePatients, latestDay, requirePatient } from "./patient-reach";
import { openRecord, type RecordRow, recordColumns } from "./queries-record";
import { checkRecord } from "./record-checks";
import type { PatientRecord } from "./types-record";

/** What a person may change of a record, by the names that the audit trail has. */
const changeable = [
  ...(["name", "birthDate", "language", "address", "zip", "state", "timeZone"] as const),
  ...(["plan", "tags", "dueDate", "childBirthDate", "status"] as const),
];
export type RecordField = (typeof changeable)[number];

/** Where the patient is, and with it the hours in which they may be texted. */
const placing: readonly RecordField[] = ["zip", "state", "timeZone", "status"];
const dating: readonly RecordField[] = ["birthDate", "dueDate", "childBirthDate"];

/**
 * Changes what is on file about a patient; says which fields changed. Throws Conflict when the record changed since it
 * was seen, Invalid with a sentence at its field, Blocked where a sensitive hold decides about the status.
 */
export async function changeRecord(ctx: Ctx, input: ChangeRecordInput): Promise<readonly RecordField[]> {
  authorize(ctx, "patient.change");
  const { userId } = ctx.actor;
  const { patientId } = input;

  return inTransaction(ctx, async (tx) => {
    const programs = await requirePatient(tx, patientId);
    const before = openRecord(patientId, await lockRecord(tx, patientId));
    if (before.seen !== input.seen)
      throw new Conflict(
        "Somebody changed this record after you opened it. Nothing was saved. Close this, look at what is new, and change it again.",
      );
    const after = { ...input, status: input.status ?? before.status };
    if (before.status === "hold" && after.status !== "hold")
      throw new Blocked("All outreach to them is held. End the hold first, then change their status.");
    checkRecord(after, before, latestDay(tx.now, programs));

    const changed = changeable.filter((field) => textOf(before[field]) !== textOf(after[field]));
    if (changed.length === 0) return changed;
    const of = (field: RecordField) => changed.includes(field);
    await tx.db
      .update(patients)
      .set({
        ...columnsOf(after, before),
        ...(of("status") && { status: after.status, statusReason: null, statusAt: tx.now, statusBy: userId }),
        // Later than before in any case: it is what the next person's change is held against.
        updatedAt: sql`greatest(${tx.now.toISOString()}::timestamptz, ${patients.updatedAt} + interval '1 millisecond')`,
      })
      .where(eq(patients.id, patientId));
    if (dating.some(of)) await rewriteMeasureWindows(tx, { id: patientId, row: after });
    await audit(tx, "patient.changed", { programId: programs[0].id, patientId, fields: changed.join(", ") });
    await tellOfChange(tx, patientId, placing.some(of));
    return changed;
  });
}

async function lockRecord(tx: Ctx, patientId: string): Promise<RecordRow> {
  const [row] = await tx.db
    .select(recordColumns)
    .from(patients)
    .where(eq(patients.id, patientId))
    .limit(1)
    .for("no key update");
  if (!row) throw new NotFound();
  return row;
}

const textOf = (value: string | string[] | null): string =>
  Array.isArray(value) ? value.join(",") : (value ?? "");

function columnsOf(after: Omit<ChangeRecordInput, "status">, before: PatientRecord) {
  const { patientId: id, name, birthDate, language, address, zip, state, timeZone, plan, tags } = after;
  const { dueDate, childBirthDate } = after;
  const sealed = (column: "address" | "zip" | "due_date" | "child_birth_date", value: string | null) =>
    value === null ? null : seal(`patients.${column}`, id, value);
  // A roster may have named the first three digits alone: an empty field takes only a whole ZIP back.
  const zip3 = zip?.slice(0, 3) ?? (before.zip === null ? before.zip3 : null);
  return {
    name: seal("patients.name", id, name),
    nameIndex: nameIndexOf(name),
    birthDate: seal("patients.birth_date", id, birthDate),
    birthIndex: birthIndex(birthDate),
    ...{ birthYear: Number(birthDate.slice(0, 4)), birthMonth: Number(birthDate.slice(5, 7)) },
    ...{ language, state, timeZone, plan, tags },
    ...{ address: sealed("address", address), zip: sealed("zip", zip), zip3 },
    dueDate: sealed("due_date", dueDate),
    childBirthDate: sealed("child_birth_date", childBirthDate),
  };
}

/** Tells every program of the patient; `texting`: also that whether they may be texted is another question now. */
export async function tellOfChange(tx: Ctx, patientId: string, texting: boolean): Promise<void> {
  const programs = await tx.db
    .select({ programId: programPatients.programId })
    .from(programPatients)
    .where(eq(programPatients.patientId, patientId))
    .limit(1_000);
  await record(
    tx,
    ...programs.map(({ programId }) => ({ kind: "patient.changed" as const, programId, patientId })),
  );
  if (texting) await announcePatients(tx, [patientId]);
}
