import { between, chance } from "./chance";
import type { Language, Person } from "./nature";
import type { Some } from "./phrases";
import { unpromptedPhrases } from "./unprompted-phrases";

type Text = { from: string; to: string; text: string };

/** What somebody texted of their own accord; `n` counts those who began, and their second text has the same. */
export type UnpromptedText = Text & { n: number };

type Stage = {
  seed: string;
  people: readonly Person[];
  clock: { after: (milliseconds: number, task: () => void) => void };
  /** Everything that was said before, also while an earlier process ran. */
  diary: { lines: readonly UnpromptedText[]; append: (line: UnpromptedText) => void };
  hasStopped: (phone: string) => boolean;
  say: (text: Text) => void;
};

const betweenTexts = 15_000;
const stopShare = 0.02;
const urgentShare = 0.08;
const secondShare = 0.2;

/** Lets people text by themselves, about four texts a minute, until everybody has stopped. */
export function startUnprompted({ seed, people, clock, diary, hasStopped, say }: Stage) {
  const begun = diary.lines.reduce((most, { n }) => Math.max(most, n), 0);
  awaitNext(begun + 1);

  function awaitNext(n: number) {
    // Second texts count among the four a minute.
    const mean = betweenTexts * (1 + secondShare);
    const gap = -Math.log(1 - chance(seed, "gap", n)) * mean;
    if (people.some(({ phone }) => !hasStopped(phone))) clock.after(gap, () => begin(n));
  }

  function begin(n: number) {
    const person = personAt(n);
    if (!person) return;
    tell(n, person, firstText(seed, person.language, n));
    awaitNext(n + 1);

    if (chance(seed, "second", n) >= secondShare) return;
    const delay = between(30_000, 90_000, chance(seed, "second after", n));
    const second = deal(seed, unpromptedPhrases[person.language].second, n);
    clock.after(delay, () => tell(n, person, second));
  }

  // Whoever has stopped passes the turn on to the next in line.
  function personAt(n: number): Person | undefined {
    const start = Math.floor(chance(seed, "person", n) * people.length);
    return [...people.slice(start), ...people.slice(0, start)].find(({ phone }) => !hasStopped(phone));
  }

  function tell(n: number, { phone, sender }: Person, text: string) {
    if (hasStopped(phone)) return;
    const said = { from: phone, to: sender, text };
    // Written down first: a STOP that is said must not be forgotten when the process dies.
    diary.append({ n, ...said });
    say(said);
  }
}

function firstText(seed: string, language: Language, n: number): string {
  const { stop, urgent, ordinary } = unpromptedPhrases[language];
  const share = chance(seed, "kind", n);
  if (share < stopShare) return deal(seed, stop, n);
  return deal(seed, share < stopShare + urgentShare ? urgent : ordinary, n);
}

/** Deals from a shuffled pack, so that nobody's words come again before the pack has gone round. */
function deal(seed: string, pack: Some, n: number): string {
  const round = Math.floor(n / pack.length);
  const order = pack
    .map((text, card) => ({ text, place: chance(seed, "card", round, card) }))
    .sort((one, other) => one.place - other.place);
  return order[n % pack.length]?.text ?? pack[0];
}
