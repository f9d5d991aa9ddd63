import type { AuditAction } from "@/lib/audit/types";
import type { Ids } from "./ids";
import type { Rows } from "./rows";

type Details = Record<string, string | number | boolean | null>;

interface Act {
  at: number;
  /** An account's id, or null where Hearback acted by itself. */
  by: string | null;
  programId?: string | null;
}

/** Writes who did what, as the product's verbs do. Details hold ids, counts and codes only. */
export function note(
  rows: Rows,
  ids: Ids,
  action: AuditAction,
  { at, by, programId = null, ...details }: Act & Details,
): void {
  rows.audit.push({
    ...{ id: ids.at(at), at: new Date(at), action, programId },
    ...{ actorKind: by ? "user" : "loop", actorId: by },
    actorRole: rows.users.find(({ id }) => id === by)?.role ?? null,
    details,
  });
}

/** In the order of time, in which they are sealed. */
export function sortHistory({ audit }: Rows): void {
  audit.sort((a, b) => +a.at - +b.at || (a.id < b.id ? -1 : 1));
}
