import { note } from "./history";
import type { Ids } from "./ids";
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
