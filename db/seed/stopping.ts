import type { Ids } from "./ids";
import type { Rows } from "./rows";
import type { Contact } from "./texts";

/** Stops the number, and notes it at the text that it answers. */
export function recordStop(
  rows: Rows,
  ids: Ids,
  { household: { phone }, step }: Pick<Contact, "household" | "step">,
  stop: { source: "keyword" | "carrier" | "staff"; messageId: string | null; at: Date },
): void {
  if (!phone || phone.row.stoppedAt) return;
  phone.row.stoppedAt = stop.at;
  step.stoppedAt = stop.at;
  rows.stops.push({
    ...{ phoneId: phone.id, id: ids.at(stop.at.getTime()), source: stop.source, messageId: stop.messageId },
    stoppedAt: stop.at,
  });
}
