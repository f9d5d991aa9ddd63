/** Every audited act and how the audit page words it. */
export const auditWords = {
  "session.started": "Signed in",
  "session.refused": "Sign-in refused",
  "session.ended": "Signed out",
  "user.added": "Added a person",
  "user.disabled": "Disabled a person",
  "user.enabled": "Enabled a person",
  "sender.added": "Added a number",
  "sender.paced": "Changed a number's pace",
  "account.paced": "Changed how fast all numbers may send",
  "account.stopped": "The carrier refused the account",
  "account.resumed": "Let texts leave again",
  "event.retried": "Tried a parked event again",
  "program.created": "Created a program",
  "program.staffed": "Changed who is in a program",
  "program.limited": "Changed when and how often outreach may go",
  "program.targeted": "Changed how fast a program answers",
  "program.links-allowed": "Changed where a program's texts may link to",
  "roster.uploaded": "Uploaded a roster",
  "roster.read": "Looked at a roster",
  "roster.mapped": "Said which column of a roster is which",
  "roster.rejects-downloaded": "Downloaded a roster's rejected rows",
  "roster.commit-started": "Started a roster's import",
  "roster.committed": "Finished a roster's import",
  "roster.lapsed": "Deleted the rows of a roster that nobody imported",
  "outcomes.uploaded": "Uploaded a file of outcomes",
  "outcomes.read": "Looked at a file of outcomes",
  "outcomes.rejects-downloaded": "Downloaded the rejected rows of a file of outcomes",
  "outcomes.commit-started": "Started the import of outcomes",
  "outcomes.committed": "Finished the import of outcomes",
  "audience.written": "Wrote an audience",
  "audience.retired": "Retired an audience",
  "campaign.written": "Wrote a campaign",
  "campaign.launched": "Launched a campaign",
  "campaign.paused": "Paused a campaign",
  "campaign.resumed": "Resumed a campaign",
  "inbox.listed": "Looked at the inbox",
  "thread.read": "Read a conversation",
  "thread.claimed": "Claimed a conversation",
  "thread.released": "Released a conversation",
  "thread.taken-over": "Took a conversation over",
  "thread.lapsed": "A claim ran out",
  "thread.closed": "Closed a conversation",
  "thread.snoozed": "Put a conversation off",
  "thread.woken": "Brought a conversation back",
  "thread.noted": "Wrote a note",
  "thread.reached-outside": "Recorded a contact by another way",
  "thread.prioritised": "Changed how urgent a conversation is",
  "alert.raised": "A text raised an emergency",
  "alert.acknowledged": "Acknowledged an emergency",
  "alert.escalated": "An emergency went to more people",
  "canned.written": "Wrote a canned reply",
  "canned.reviewed": "Reviewed a canned reply",
  "canned.retired": "Retired a canned reply",
  "cover.taken": "Took cover of an inbox",
  "cover.ended": "Ended cover of an inbox",
  "message.replied": "Replied to a patient",
  "message.taken-back": "Took a reply back before it left",
  "message.suppressed": "Held a text back",
  "message.sent-again": "Sent a text again",
  "campaign.sent-again": "Sent a campaign's unknown texts again",
  "action.recorded": "Recorded the desired action",
  "stop.recorded": "Stopped texts to a phone",
  "stop.undone": "Allowed texts to a phone again",
  "stop.declined": "Decided that a text asks for no stop",
  "patient.read": "Looked at a patient",
  "patient.searched": "Searched for patients",
  "patient.changed": "Changed a patient's record",
  "patient.held": "Held all outreach to a patient",
  "patient.released": "Let outreach to a patient go on",
  "patient.merged": "Joined two records of one patient",
  "patient.unmerged": "Parted two joined records",
  "phone.reported": "Reported a wrong number",
  "phone.report-undone": "Took back the report of a wrong number",
  "phone.reassigned": "Noted that a number passed to somebody else",
  "phone.reassignment-undone": "Took back that a number passed to somebody else",
  "phone.earlier-read": "Read what was written before a number passed on",
  "consent.recorded": "Recorded consent to texts",
  "consent.withdrawn": "Recorded that consent was taken back",
  "notice.recorded": "Recorded the notice that texts are not private",
  "lines.switched": "Switched the checking of phone lines",
  "audit.read": "Looked at the audit trail",
} as const;

export type AuditAction = keyof typeof auditWords;

export const isAuditAction = (value: unknown): value is AuditAction =>
  typeof value === "string" && Object.hasOwn(auditWords, value);

export interface AuditEntry {
  id: string;
  /** ISO. */
  at: string;
  /** The person's name, or who acted without one: "Hearback", "The carrier". */
  who: string;
  role: string | null;
  action: string;
  program: string | null;
  /** Whom it was done to, where that is a member of staff. */
  subject: string | null;
  details: Record<string, string | number | boolean | null>;
}

export interface AuditPage {
  entries: AuditEntry[];
  /** Pass as `after` for the older ones; null when there are none. */
  next: string | null;
}

/** What came out of walking the chain of seals. */
export interface AuditProof {
  ok: boolean;
  seals: number;
  rows: number;
  /** Position of the first seal whose rows are not what was sealed. */
  brokenAt: number | null;
  /** When the newest seal was made, ISO; null before the first. */
  sealedAt: string | null;
}
