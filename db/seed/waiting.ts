import { raiseAlert, raiseFlags } from "./alarm";
import { hours, minutes } from "./calendar";
import type { Talk } from "./conversations";
import { note } from "./history";
import { type Opening, said, saidBack } from "./phrases";
import { isSilent } from "./stopping";
import type { Contact } from "./texts";
import { type Worry, worrying } from "./worries";

const openings: Opening[] = ["call", "call", "question", "question", "schedule", "ride", "went"];

/** Somebody who waits for a person, and what about: an opening, an answer to an answer, or a worry. */
export interface Waiting {
  contact: Contact;
  about: Opening | "back" | "worry";
  text: string;
  /** What the lexicon reads in a worry. */
  flags?: Worry[];
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
  const calm = [...first, ...back];
  for (const [i, waiting] of calm.entries()) leave(talk, waiting, i % 7 === 3);
  for (const [i, waiting] of worried.entries()) leaveWorried(talk, waiting, i);
  return [...calm, ...worried];
}

function worriedAmong(silent: Contact[]): Waiting[] {
  const taken = new Set<Contact>();
  return worrying.flatMap(({ kind, language, text, flags }) => {
    const contact = silent.find(
      (one) =>
        one.household.program.plan.kind === kind && one.household.language === language && !taken.has(one),
    );
    if (!contact) return [];
    taken.add(contact);
    return [{ contact, about: "worry" as const, text, flags }];
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

// Most of them for minutes, some for hours.
const waitOf = ({ dice }: Talk): number => Math.min(225, 3 + dice.delay(35, 0.9)) * minutes;

function leave(talk: Talk, waiting: Waiting, isClaimed: boolean): void {
  const { dice, ids, rows, staff, now, clock } = talk;
  const { thread } = waiting.contact;
  const at = now - waitOf(talk);
  arrive(talk, waiting, at);
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

/** The first came just now and rings; a nurse has taken on what else is an emergency. */
function leaveWorried(talk: Talk, waiting: Waiting, i: number): void {
  const { contact, flags = [] } = waiting;
  const at = i === 0 ? talk.now - 3 * minutes : talk.now - 4 * minutes - waitOf(talk);
  const worried = { contact, flags, at, messageId: arrive(talk, waiting, at) };
  const priority = raiseFlags(talk, worried);
  const wait = talk.rows.waits.at(-1);
  if (wait) wait.priority = priority;
  if (priority === 0) raiseAlert(talk, worried, i === 0 ? null : talk.staff.nurses[1]);
}

/** The text comes, and its patient waits since. Answers its id. */
function arrive({ texts, ids, rows }: Talk, { contact, text }: Waiting, at: number): string {
  const { thread, step, household } = contact;
  const since = new Date(at);
  const messageId = texts.receive(thread, text, at);
  step.repliedAt ??= since;
  rows.waits.push({
    id: ids.at(at),
    threadId: thread.id,
    programId: household.program.id,
    since,
    priority: 2,
  });
  Object.assign(thread, { waitingSince: since, closedAt: null, disposition: null });
  return messageId;
}
