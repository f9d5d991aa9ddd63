import { findAll, type Hearing, type Hit } from "./red-flag-language";
import type { Heard } from "./red-flag-pattern";
import type { Token } from "./red-flag-reading";
import { lasting } from "./red-flag-signs";
import type { FlagLowering, FlagRule } from "./red-flag-types";

/** One text as one language hears it, with all that may lower a sign in it. */
export interface Scene {
  hearing: Hearing;
  heard: Heard;
  tokens: Token[];
  hits: Hit[];
  sentences: number[][];
  phrases: { [name in keyof Hearing["phrases"]]: number[][] };
}

export function sceneOf(hearing: Hearing, heard: Heard, tokens: Token[], hits: Hit[]): Scene {
  const phrases = Object.fromEntries(
    Object.entries(hearing.phrases).map(([name, index]) => [
      name,
      findAll(index, heard).map(({ places }) => places),
    ]),
  ) as Scene["phrases"];
  return { hearing, heard, tokens, hits, phrases, sentences: sentencesOf(heard) };
}

type Words = keyof Hearing["words"];

const has = ({ hearing, heard }: Scene, at: number, words: Words): boolean =>
  (heard.readings[at] ?? []).some((reading) => hearing.words[words].has(reading));

const firstOf = (places: number[]): number => places[0] ?? 0;
const lastOf = (places: number[]): number => places.at(-1) ?? 0;

/** Why a sign need not be what it says. Where that is not sure it is undefined, and the sign keeps its class. */
export function loweringOf(scene: Scene, hit: Hit): FlagLowering | undefined {
  if (isIdiom(scene, hit)) return "idiom";
  if (isNegated(scene, hit)) return "negated";
  if (isStrangers(scene, hit)) return "someone_else";
  if (isPast(scene, hit)) return "past";
  if (isHypothetical(scene, hit)) return "question";
  return undefined;
}

function isIdiom(scene: Scene, { rule, places }: Hit): boolean {
  const [first, last] = [firstOf(places), lastOf(places)];
  if (scene.phrases.idioms.some((idiom) => firstOf(idiom) <= last && lastOf(idiom) >= first)) return true;
  return rule === "dying" && sentence(scene, first).some((at) => has(scene, at, "laughing"));
}

const isOfTheMind: ReadonlySet<FlagRule> = new Set<FlagRule>([
  "self_harm",
  "harm_baby",
  "harm_others",
  "mind",
]);

/** A negator right before the sign, or before a word of it that others part from its beginning. */
function isNegated(scene: Scene, { rule, places }: Hit): boolean {
  // "I don't want to kill myself but": what follows counts.
  if (
    isOfTheMind.has(rule) &&
    sentence(scene, lastOf(places)).some((at) => at > lastOf(places) && has(scene, at, "but"))
  )
    return false;
  // "Not moving" is itself the sign.
  if (places.some((at) => isNegator(scene, at))) return false;
  return places.some((at, order) => {
    const isBeginning = order === 0 || at - (places[order - 1] ?? at) > 1;
    return isBeginning && hasNegatorBefore(scene, at);
  });
}

const isNegator = (scene: Scene, at: number): boolean =>
  has(scene, at, "nominal") || has(scene, at, "verbal");
const longestDenial = 8;

function hasNegatorBefore(scene: Scene, start: number): boolean {
  let isDoing = false;
  for (let at = start - 1; at >= Math.max(0, start - longestDenial); at--) {
    if ((scene.tokens[at + 1]?.parted ?? 0) > 0) return false;
    if (isNegator(scene, at)) {
      if (isDoing && !has(scene, at, "verbal")) return false;
      // "Won't stop bleeding", "not only bleeding".
      const isDenied = at > 0 && (scene.tokens[at]?.parted ?? 0) === 0 && isNegator(scene, at - 1);
      return !isDenied && !has(scene, at + 1, "notNegating");
    }
    if (has(scene, at, "between")) continue;
    if (has(scene, at, "doing")) isDoing = true;
    else if (has(scene, at, "or")) {
      const other = scene.hits.find(({ places }) => lastOf(places) === at - 1 && firstOf(places) < at);
      if (!other) return false;
      at = firstOf(other.places);
    } else return false;
  }
  return false;
}

/** A stranger, then nothing but words that make the sign theirs, and no word of now. */
function isStrangers(scene: Scene, { places }: Hit): boolean {
  const first = firstOf(places);
  const here = sentence(scene, first);
  if (here.some((at) => has(scene, at, "now"))) return false;
  return scene.phrases.strangers.some((stranger) => {
    const last = lastOf(stranger);
    return (
      last < first &&
      between(last, first).every((at) => has(scene, at, "linking") && !scene.heard.begins[at + 1])
    );
  });
}

function isPast(scene: Scene, { rule, places }: Hit): boolean {
  const [first, last] = [firstOf(places), lastOf(places)];
  const here = sentence(scene, first);
  const next = here.length > 0 ? sentence(scene, (here.at(-1) ?? 0) + 1) : [];
  const after = [...here, ...next].filter((at) => at > last);
  if (after.some((at) => has(scene, at, "again"))) return false;
  const within = (phrases: number[][], places: number[]) =>
    phrases.some((phrase) => places.includes(firstOf(phrase)) && places.includes(lastOf(phrase)));
  const wasBefore = scene.phrases.was.some(
    (was) => firstOf(was) <= first && first - firstOf(was) <= 4 && here.includes(firstOf(was)),
  );
  const isLongAgo = wasBefore && within(scene.phrases.longAgo, here);
  if (isLongAgo || lasting.has(rule)) return isLongAgo;
  const hasEnded = scene.phrases.ended.some(
    (ended) =>
      firstOf(ended) > last &&
      firstOf(ended) <= last + 2 &&
      !between(last, firstOf(ended)).some((at) => isNegator(scene, at)) &&
      here.includes(firstOf(ended)),
  );
  return hasEnded || (wasBefore && within(scene.phrases.over, after));
}

function isHypothetical(scene: Scene, { places }: Hit): boolean {
  const first = firstOf(places);
  const here = sentence(scene, first);
  if (here.some((at) => has(scene, at, "now"))) return false;
  return scene.phrases.hypothetical.some((phrase) => {
    const last = lastOf(phrase);
    if (last >= first || first - last > 5 || !here.includes(last)) return false;
    return !between(last, first).some((at) => has(scene, at, "but"));
  });
}

const between = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from - 1) }, (_, step) => from + 1 + step);

const sentence = ({ sentences }: Scene, at: number): number[] => sentences[at] ?? [];

/** For each place the places of the sentence in which it stands. */
function sentencesOf({ begins }: Heard): number[][] {
  const sentences: number[][] = [];
  let current: number[] = [];
  begins.forEach((isBeginning, at) => {
    if (isBeginning) current = [];
    current.push(at);
    sentences.push(current);
  });
  return sentences;
}
