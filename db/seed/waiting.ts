import { hours, minutes } from "./calendar";
import type { Talk } from "./conversations";
import { note } from "./history";
import { type Opening, said, saidBack, worrying } from "./phrases";
import { isSilent } from "./stopping";
import type { Contact } from "./texts";

const openings: Opening[] = ["call", "call", "question", "question", "schedule", "ride", "went"];

/** Somebody who waits for a person, and what about: an opening, an answer to an answer, or a worry. */
export interface Waiting {
  contact: Contact;
  about: Opening | "back" | "worry";
  text: string;
}

/** Who waits for a person now, `count` of them: most write for the first time, some come back, a few worry. */
export function leaveWaiting(talk: Talk, contacts: Contact[], count: number): Waiting[] {
  const free = contacts
    .filter(({ arrivedAt, household }) => {
      return arrivedAt !== null && arrivedAt < talk.now - 6 * hours && !isSilent(household.phone);
    })
    .sort((a, b) => (a.thread.id < b.thread.id ? 1 : -1));
  const silent = free.filter(({ thread }) => !thread.lastInboundId);
  const closed = free.filter(({ thread }) => thread.closedAt && +thread.closedAt < talk.now - 20 * hours);
  const worried = worriedAmong(silent);
  const back = spread(closed, Math.round(count / 5)).map((contact) => ({
    ...{ contact, about: "back" as const },
    text: talk.dice.pick(saidBack[contact.household.language]),
  }));
  const others = silent.filter((contact) => !worried.some((one) => one.contact === contact));
  const first = spread(others, count - worried.length - back.length).map((contact) => {
    const opening = talk.dice.pick(openings);
    const nature = talk.natures.get(contact.member.id);
    if (nature) nature.says ??= opening;
    return { contact, about: opening, text: talk.dice.pick(said[opening][contact.household.language]) };
  });
  const all = [...first, ...back, ...worried];
  for (const [i, waiting] of all.entries()) leave(talk, waiting, i % 7 === 3);
  return all;
}

function worriedAmong(silent: Contact[]): Waiting[] {
  return worrying.flatMap(({ kind, language, text }) => {
    const contact = silent.find(
      ({ household }) => household.program.plan.kind === kind && household.language === language,
    );
    return contact ? [{ contact, about: "worry" as const, text }] : [];
  });
}

/** Of every program its share, the newest texts first, not all of them side by side. */
function spread(contacts: Contact[], count: number): Contact[] {
  const programs = [...new Set(contacts.map(({ household }) => household.program))];
  return programs
    .flatMap((program) => {
      const theirs = contacts.filter(({ household }) => household.program === program);
      const every = Math.min(5, Math.max(1, Math.floor(theirs.length / count)));
      const share = Math.round(count * program.plan.share);
      return theirs.filter((_, i) => i % every === 0).slice(0, share);
    })
    .slice(0, Math.max(0, count));
}

function leave(
  { dice, texts, ids, rows, staff, now, clock }: Talk,
  waiting: Waiting,
  isClaimed: boolean,
): void {
  const { thread, step, household } = waiting.contact;
  // Most of them for minutes, some for hours.
  const at = now - Math.min(225, 3 + dice.delay(35, 0.9)) * minutes;
  const since = new Date(at);
  texts.receive(thread, waiting.text, at);
  step.repliedAt ??= since;
  rows.waits.push({ id: ids.at(at), threadId: thread.id, programId: household.program.id, since });
  Object.assign(thread, { waitingSince: since, closedAt: null, disposition: null });
  if (!isClaimed) return;
  const { id: threadId, programId } = thread;
  const claimedAt = at + dice.between(0.3, 0.9) * (now - at);
  thread.claimedBy = dice.pick(staff.nurses);
  thread.claimedAt = new Date(claimedAt);
  thread.claimedUntil = new Date(clock + 5 * minutes);
  const by = { by: thread.claimedBy, programId };
  note(rows, ids, "thread.read", { ...by, at: claimedAt - 5_000, subject: threadId });
  note(rows, ids, "thread.claimed", { ...by, at: claimedAt, threadId });
}
