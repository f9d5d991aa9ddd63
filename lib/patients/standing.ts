import { type HoldReason, holdReasonWords, type Standing } from "./types";

export interface StandingColumns {
  status: "active" | "moved" | "deceased" | "hold";
  statusReason: string | null;
  statusAt: Date | null;
}

/** What pages show of a patient's status; null when outreach goes to them. */
export function standingOf({ status, statusReason, statusAt }: StandingColumns): Standing | null {
  if (status === "active") return null;
  const reason = isHoldReason(statusReason) ? statusReason : null;
  return { status, reason, since: statusAt?.toISOString() ?? null };
}

const isHoldReason = (value: string | null): value is HoldReason =>
  value !== null && Object.hasOwn(holdReasonWords, value);
