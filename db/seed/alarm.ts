import { seal } from "@/lib/phi/seal";
import { minutes } from "./calendar";
import type { Talk } from "./conversations";
import { note } from "./history";
import { safetyReply } from "./our-phrases";
import type { Contact } from "./texts";
import { lexiconVersion, type Worry } from "./worries";

const ranks = { emergency: 0, urgent: 1, review: 2 } as const;

interface Worried {
  contact: Contact;
  messageId: string;
  flags: readonly Worry[];
  at: number;
}

/** The flags of a text, as filing it would have written them. Answers how urgent they make its conversation. */
export function raiseFlags({ rows, ids }: Talk, { contact, messageId, flags, at }: Worried): number {
  for (const { words, ...flag } of flags) {
    const id = ids.at(at);
    rows.redFlags.push({
      ...{ id, threadId: contact.thread.id, messageId, ...flag, version: lexiconVersion },
      ...{ words: seal("red_flags.words", id, words), raisedAt: new Date(at) },
    });
  }
  const rank = Math.min(ranks.review, ...flags.map(({ priority }) => ranks[priority]));
  contact.thread.priority = rank;
  return rank;
}

/** The alert of an emergency with what the patient was told, and the nurse who acknowledged it, if one has. */
export function raiseAlert(
  { rows, ids, texts, clock }: Talk,
  { contact, messageId, at }: Worried,
  nurse: string | null,
): void {
  const { thread, household } = contact;
  const { id: threadId, programId } = thread;
  const id = ids.at(at);
  const alert = { ...{ id, threadId, programId, messageId }, raisedAt: new Date(at) };
  const event = (kind: string, when: number, userId: string | null) =>
    rows.threadEvents.push({ ...{ threadId, id: ids.at(when), kind, userId }, at: new Date(when) });
  texts.send(thread, { purpose: "safety", body: safetyReply[household.language], at: at + 5 });
  event("alert", at, null);
  note(rows, ids, "alert.raised", { by: null, at, programId, threadId, alertId: id });

  const seenAt = at + 1.5 * minutes;
  const seen = nurse ? { acknowledgedAt: new Date(seenAt), acknowledgedBy: nurse } : {};
  rows.alerts.push({ ...alert, ...seen, escalatesAt: new Date(at + 10 * minutes) });
  if (!nurse) return;
  Object.assign(thread, {
    ...{ claimedBy: nurse, claimedAt: new Date(seenAt), claimedUntil: new Date(clock + 5 * minutes) },
  });
  const by = { by: nurse, at: seenAt, programId, threadId };
  event("acknowledged", seenAt, nurse);
  note(rows, ids, "alert.acknowledged", { ...by, alertId: id });
  event("claimed", seenAt, nurse);
  note(rows, ids, "thread.claimed", by);
}
