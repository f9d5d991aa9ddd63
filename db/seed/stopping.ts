import { note } from "./history";
import type { Ids } from "./ids";
import type { Phone } from "./people";
import type { Rows } from "./rows";
import type { Contact } from "./texts";

/** Stops the number, and notes it at the text that it answers. `by` is the account of whoever did, if anybody's. */
export function recordStop(
  rows: Rows,
  ids: Ids,
  { household: { phone }, step }: Pick<Contact, "household" | "step">,
  stop: { source: "keyword" | "carrier" | "staff"; by: string | null; messageId: string | null; at: Date },
): void {
  if (!phone || phone.row.stoppedAt) return;
  phone.row.stoppedAt = stop.at;
  step.stoppedAt = stop.at;
  const { source, messageId, by } = stop;
  rows.stops.push({
    ...{ phoneId: phone.id, id: ids.at(stop.at.getTime()), source, messageId },
    stoppedAt: stop.at,
  });
  note(rows, ids, "stop.recorded", { at: stop.at.getTime(), by, phoneId: phone.id, source });
}

/** Ends the link of the contact's patient to the phone, as the nurse does who reads that it is a wrong number. */
export function reportWrongNumber(
  rows: Rows,
  ids: Ids,
  { household: { phone, program }, member, thread }: Pick<Contact, "household" | "member" | "thread">,
  report: { by: string; messageId: string; at: Date },
): void {
  const link = rows.patientPhones.find((l) => l.patientId === member.id && l.phoneId === phone?.id);
  if (!phone || !link || link.validUntil) return;
  const { by, messageId, at } = report;
  phone.isWrong = true;
  Object.assign(link, { validUntil: at, ending: "wrong_number", endedBy: by });
  const said = { patientId: member.id, phoneId: phone.id, threadId: thread.id, messageId };
  const id = ids.at(at.getTime());
  rows.wrongNumberReports.push({ ...said, id, reportedBy: by, reportedAt: at });
  note(rows, ids, "phone.reported", { at: at.getTime(), by, programId: program.id, ...said, reportId: id });
}

/** Nothing is said over it any more. */
export const isSilent = (phone: Phone | null): boolean =>
  phone === null || phone.row.stoppedAt !== null || phone.isWrong === true;
