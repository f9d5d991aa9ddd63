export const feedKinds = [
  "program.changed",
  "roster.changed",
  "campaign.changed",
  "message.changed",
  "inbound.filed",
  "thread.changed",
  "stop.changed",
  "alert.changed",
  "presence.changed",
  "canned.changed",
  "action.recorded",
  "patient.changed",
  "outcomes.changed",
  "audience.changed",
] as const;

export type FeedKind = (typeof feedKinds)[number];

export interface FeedEvent {
  kind: FeedKind;
  programId: string;
  threadId?: string | null;
  messageId?: string | null;
  campaignId?: string | null;
  patientId?: string | null;
  rosterId?: string | null;
}

/** A place in the feed. Transactions commit out of order; (xid, id) below the snapshot's xmin misses none. */
export interface Cursor {
  xid: string;
  id: string;
}

export interface FeedRow extends FeedEvent {
  cursor: Cursor;
}
