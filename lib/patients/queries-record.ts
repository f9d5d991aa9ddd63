import { patients } from "@/db/schema";
import { open } from "@/lib/phi/seal";
import type { PatientRecord } from "./types-record";

/** What a record says, as it is stored. */
export const recordColumns = {
  memberNumber: patients.memberNumber,
  name: patients.name,
  birthDate: patients.birthDate,
  language: patients.language,
  address: patients.address,
  zip: patients.zip,
  zip3: patients.zip3,
  state: patients.state,
  timeZone: patients.timeZone,
  plan: patients.plan,
  tags: patients.tags,
  dueDate: patients.dueDate,
  childBirthDate: patients.childBirthDate,
  status: patients.status,
  statusAt: patients.statusAt,
  updatedAt: patients.updatedAt,
};

export type RecordRow = Pick<typeof patients.$inferSelect, keyof typeof recordColumns>;

/** Opens what is sealed of a patient's record. */
export function openRecord(id: string, { updatedAt, statusAt, ...row }: RecordRow): PatientRecord {
  return {
    ...row,
    memberNumber: open("patients.member_number", id, row.memberNumber),
    name: open("patients.name", id, row.name),
    birthDate: open("patients.birth_date", id, row.birthDate),
    address: row.address && open("patients.address", id, row.address),
    zip: row.zip && open("patients.zip", id, row.zip),
    dueDate: row.dueDate && open("patients.due_date", id, row.dueDate),
    childBirthDate: row.childBirthDate && open("patients.child_birth_date", id, row.childBirthDate),
    statusAt: statusAt?.toISOString() ?? null,
    // A status may change by itself: somebody who saw the other one is asked to look again.
    seen: `${updatedAt.toISOString()} ${row.status}`,
  };
}
