import { english } from "./red-flag-en";
import { spanish } from "./red-flag-es";
import { hanSignsIn } from "./red-flag-han";
import { findAll } from "./red-flag-index";
import { type Hearing, type Hit, hear, hearingOf } from "./red-flag-language";
import { loweringOf } from "./red-flag-lowering";
import { type Ages, agesIn, measuresIn, temperaturesIn } from "./red-flag-numbers";
import { joinedWords, joinTokens, type Reading, readingOf, type Token, wordsOf } from "./red-flag-reading";
import { sceneOf } from "./red-flag-scene";
import { type FoundSign, raises } from "./red-flag-signs";
import type { FlagContext, FlagRule, RedFlag } from "./red-flag-types";
import { byStrength, weighed } from "./red-flag-weighing";
import { chinese } from "./red-flag-zh";

// This is no diagnosis, and a text without a flag is not safe: published lists of words miss many. It errs upward,
// needs a clinician who owns it, and only puts a text in front of a person sooner.

/** Kept with each text that was read: raise it, and note the new digest, with every change to the lexicon. */
export const lexiconVersion = "2026-11-25";
export const lexiconDigest = "0fd350fffd415ea9";

/** All that decides, for the digest. */
export const lexicon = [english, spanish, chinese, raises] as const;

const hearings: Hearing[] = [english, spanish].map(hearingOf);
const joined = joinedWords({ ...english.joined, ...spanish.joined });
const most = 6;

/** All that a text says, whoever is on the phone. */
export interface HeardText {
  reading: Reading;
  signs: FoundSign[];
  ages: Ages;
  isNormal: boolean;
}

/** The costly part: a text is heard once, and weighed for each thing that is known. */
export function heardText(text: string): HeardText {
  const reading = readingOf(text);
  const tokens = joinTokens(reading.tokens, joined);
  const { fevers, isNormal } = temperaturesIn(reading);
  const signs = takenBack([
    ...hearings.flatMap((hearing) => spelledSigns(hearing, tokens)),
    ...hanSignsIn(reading.plain),
    ...[...fevers, ...measuresIn(reading)].map((figure) => ({ ...figure, lowered: figure.lowered ?? null })),
  ]);
  return { reading, signs, ages: agesIn(reading), isNormal };
}

/** Strongest first, then in the order of the text; each rule once. Knowing more may raise a flag and lowers none. */
export function flagsIn({ reading, signs, ages, isNormal }: HeardText, context: FlagContext): RedFlag[] {
  const found = signs.map((sign) => weighed(sign, context, ages, isNormal));
  const strongest = new Map<FlagRule, FoundSign>();
  for (const sign of found.sort((a, b) => byStrength(a, b) || a.from - b.from || a.to - b.to))
    if (!strongest.has(sign.rule)) strongest.set(sign.rule, sign);
  return [...strongest.values()].slice(0, most).map(({ rule, priority, from, to, lowered }) => ({
    rule,
    priority,
    words: wordsOf(reading, from, to),
    lowered,
  }));
}

export const redFlagsIn = (text: string, context: FlagContext = {}): RedFlag[] =>
  flagsIn(heardText(text), context);

const placeOf = ({ rule, from, to }: FoundSign): string => `${rule} ${from} ${to}`;

/** Words that two languages share are taken back in the language of the words around them. */
function takenBack(signs: FoundSign[]): FoundSign[] {
  const lowered = new Map(
    signs.flatMap((sign) => (sign.lowered ? [[placeOf(sign), sign.lowered] as const] : [])),
  );
  return signs.map((sign) => ({ ...sign, lowered: lowered.get(placeOf(sign)) ?? null }));
}

function spelledSigns(hearing: Hearing, tokens: Token[]): FoundSign[] {
  const heard = hear(hearing, tokens);
  const hits: Hit[] = findAll(hearing.signs, heard).map(({ meaning, places }) => ({ ...meaning, places }));
  if (hits.length === 0) return [];
  const scene = sceneOf(hearing, heard, tokens, hits);
  const signs = hits.map((hit) => ({
    rule: hit.rule,
    priority: hit.priority,
    from: tokens[hit.places[0] ?? 0]?.from ?? 0,
    to: tokens[hit.places.at(-1) ?? 0]?.to ?? 0,
    lowered: loweringOf(scene, hit) ?? null,
  }));
  // "For no reason" is a sign of its own, though "no" denies a reason.
  const kept = new Set(signs.filter(({ lowered }) => !lowered).map(placeOf));
  return signs.map((sign) => (kept.has(placeOf(sign)) ? { ...sign, lowered: null } : sign));
}
