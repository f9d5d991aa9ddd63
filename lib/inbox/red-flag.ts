import { english } from "./red-flag-en";
import { spanish } from "./red-flag-es";
import { hanSignsIn } from "./red-flag-han";
import { findAll, type Hearing, type Hit, heardIn, hearingOf } from "./red-flag-language";
import { loweringOf, sceneOf } from "./red-flag-lowering";
import { measuresIn, saysOlderChild, saysYoungInfant, temperaturesIn } from "./red-flag-numbers";
import { joinTokens, type Reading, readingOf, type Token, wordsOf } from "./red-flag-reading";
import { type FoundSign, raises } from "./red-flag-signs";
import { squeezed } from "./red-flag-spelling";
import {
  type FlagContext,
  type FlagPriority,
  type FlagRule,
  flagPriorities,
  type RedFlag,
} from "./red-flag-types";
import { chinese } from "./red-flag-zh";

// This is no diagnosis, and a text without a flag is not safe: published lists of words miss many. It errs upward,
// needs a clinician who owns it, and only puts a text in front of a person sooner.

/** Kept with each text that was read: raise it, and note the new digest, with every change to the lexicon. */
export const lexiconVersion = "2026-11-25";
export const lexiconDigest = "0fd350fffd415ea9";

/** All that decides, for the digest. */
export const lexicon = [english, spanish, chinese, raises] as const;

const hearings: Hearing[] = [english, spanish].map(hearingOf);
const joined = new Map(
  Object.entries({ ...english.joined, ...spanish.joined }).map(([pair, whole]) => [squeezed(pair), whole]),
);
const most = 6;

/** Strongest first, then in the order of the text; each rule once. Knowing more may raise a flag and lowers none. */
export function redFlagsIn(text: string, context: FlagContext = {}): RedFlag[] {
  const reading = readingOf(text);
  const tokens = joinTokens(reading.tokens, joined);
  const { fevers, isNormal } = temperaturesIn(reading);
  const found = takenBack([
    ...hearings.flatMap((hearing) => spelledSigns(hearing, tokens)),
    ...hanSignsIn(reading.plain),
    ...[...fevers, ...measuresIn(reading)].map((figure) => ({ ...figure, lowered: figure.lowered ?? null })),
  ]).map((sign) => weighed(sign, context, reading, isNormal));
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

const rank = (priority: FlagPriority): number => flagPriorities.indexOf(priority);

/** A sign that nothing lowered goes before one that was. */
const byStrength = (a: FoundSign, b: FoundSign): number =>
  rank(a.priority) - rank(b.priority) || Number(a.lowered !== null) - Number(b.lowered !== null);

const placeOf = ({ rule, from, to }: FoundSign): string => `${rule} ${from} ${to}`;

/** Words that two languages share are taken back in the language of the words around them. */
function takenBack(signs: FoundSign[]): FoundSign[] {
  const lowered = new Map(
    signs.flatMap((sign) => (sign.lowered ? [[placeOf(sign), sign.lowered] as const] : [])),
  );
  return signs.map((sign) => ({ ...sign, lowered: lowered.get(placeOf(sign)) ?? null }));
}

function spelledSigns(hearing: Hearing, tokens: Token[]): FoundSign[] {
  const heard = heardIn(tokens, hearing);
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

/** First what the people on the phone make of it, then what the text itself takes back. */
function weighed(sign: FoundSign, context: FlagContext, reading: Reading, isNormal: boolean): FoundSign {
  if (sign.lowered) return { ...sign, priority: "review" };
  if (sign.rule === "fever" && saysYoungInfant(reading))
    return { ...sign, rule: "infant_fever", priority: "emergency" };
  const raise = raises[sign.rule];
  const isFever = sign.rule === "fever" || sign.rule === "infant_fever";
  // "Fever of 99": a thermometer that says no fever.
  const own = isFever && isNormal ? (sign.rule === "fever" ? "review" : "urgent") : sign.priority;
  if (!raise || (isFever && isNormal)) return { ...sign, priority: own };
  const raised = mayApply(raise, context, reading) && rank(raise.to) < rank(own) ? raise.to : own;
  return { ...sign, priority: raised };
}

type Raise = NonNullable<(typeof raises)[FlagRule]>;

function mayApply({ where, onlyIfKnown }: Raise, context: FlagContext, reading: Reading): boolean {
  const { isPregnant, gaveBirth, hasYoungInfant } = context;
  if (where === "mother")
    return onlyIfKnown
      ? isPregnant === true || gaveBirth === true
      : isPregnant !== false || gaveBirth !== false;
  if (hasYoungInfant === true) return true;
  return !onlyIfKnown && hasYoungInfant !== false && !saysOlderChild(reading);
}
