import { natureInConversation, natureOf, type Person } from "./nature";
import { hasStopped, replyTo } from "./reply";

type Text = { from: string; to: string; text: string };

type Stage = {
  seed: string;
  /** Those who are in conversation already. */
  people?: readonly Person[];
  clock: { now: () => number; after: (milliseconds: number, task: () => void) => void };
  say: (text: Text) => void;
};

const stopWords = /^\s*(stop|alto|parar|baja|unsubscribe)\W*$/i;
const startWords = /^\s*(start|unstop|inicio)\W*$/i;
const pauseBetween = 4_000;

/** Plays every patient. They live as long as the process; the ledger brings their memory back. */
export function startPlay({ seed, people = [], clock, say }: Stage) {
  const known = new Map(people.map((person) => [person.phone, natureInConversation(person)]));
  const nature = (phone: string) => known.get(phone) ?? natureOf(seed, phone);
  const heard = new Map<string, number>();
  const busyUntil = new Map<string, number>();
  const stopped = new Set<string>();

  /** Counts a text of an earlier run, without an answer. */
  function remember(text: Text) {
    if (hasStopped(nature(text.to), count(text))) stopped.add(text.to);
  }

  function hear(text: Text) {
    const reply = replyTo(seed, text.to, count(text), text.text, nature(text.to));
    if (!reply) return;

    clock.after(waitFor(text.to, reply.seconds * 1000), () => {
      if (stopped.has(text.to)) return;
      if (reply.stops) stopped.add(text.to);
      say({ from: text.to, to: text.from, text: reply.text });
    });
  }

  /** This phone texted without having been asked: a STOP silences the patient that we play, too. */
  function notice({ from, text }: Text) {
    if (stopWords.test(text)) stopped.add(from);
    if (startWords.test(text)) stopped.delete(from);
  }

  function count({ to, from }: Text): number {
    const nth = (heard.get(`${to} ${from}`) ?? 0) + 1;
    heard.set(`${to} ${from}`, nth);
    return nth;
  }

  // One thumb per phone: an answer to a later text never overtakes an earlier one.
  function waitFor(phone: string, delay: number): number {
    const now = clock.now();
    const due = Math.max(now + delay, (busyUntil.get(phone) ?? Number.NEGATIVE_INFINITY) + pauseBetween);
    busyUntil.set(phone, due);
    return due - now;
  }

  return { remember, hear, notice, hasStopped: (phone: string) => stopped.has(phone) };
}
