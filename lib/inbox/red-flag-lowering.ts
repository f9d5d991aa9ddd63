import type { Hit } from "./red-flag-language";
import type { Scene } from "./red-flag-scene";
import { lasting } from "./red-flag-signs";
import type { FlagLowering, FlagRule } from "./red-flag-types";

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
  const first = firstOf(places);
  if (scene.idiomsReach(lastOf(places)) >= first) return true;
  return rule === "dying" && (scene.sentenceOf(first)?.last.laughing ?? -1) >= 0;
}

const isOfTheMind: ReadonlySet<FlagRule> = new Set<FlagRule>([
  "self_harm",
  "harm_baby",
  "harm_others",
  "mind",
]);

/** A negator right before the sign, or before a word of it that others part from its beginning. */
function isNegated(scene: Scene, { rule, places }: Hit): boolean {
  const last = lastOf(places);
  // "I don't want to kill myself but": what follows counts.
  if (isOfTheMind.has(rule) && (scene.sentenceOf(last)?.last.but ?? -1) > last) return false;
  // "Not moving" is itself the sign.
  if (places.some((at) => isNegator(scene, at))) return false;
  return places.some((at, order) => {
    const isBeginning = order === 0 || at - (places[order - 1] ?? at) > 1;
    return isBeginning && hasNegatorBefore(scene, at);
  });
}

const isNegator = ({ has }: Scene, at: number): boolean => has(at, "nominal") || has(at, "verbal");
const longestDenial = 8;

function hasNegatorBefore(scene: Scene, start: number): boolean {
  const { has, isJoined } = scene;
  let isDoing = false;
  for (let at = start - 1; at >= Math.max(0, start - longestDenial); at--) {
    if (!isJoined(at + 1)) return false;
    if (isNegator(scene, at)) {
      if (isDoing && !has(at, "verbal")) return false;
      // "Won't stop bleeding", "not only bleeding".
      const isDenied = at > 0 && isJoined(at) && isNegator(scene, at - 1);
      return !isDenied && !has(at + 1, "notNegating");
    }
    if (has(at, "between")) continue;
    if (has(at, "doing")) isDoing = true;
    else if (has(at, "or")) {
      const other = scene.signEndingAt(at - 1);
      if (other === undefined) return false;
      at = other;
    } else return false;
  }
  return false;
}

/** A stranger, then nothing but words that make the sign theirs, and no word of now. */
function isStrangers(scene: Scene, { places }: Hit): boolean {
  const first = firstOf(places);
  return (scene.sentenceOf(first)?.last.now ?? -1) < 0 && scene.isStrangers(first);
}

function isPast(scene: Scene, { rule, places }: Hit): boolean {
  const [first, last] = [firstOf(places), lastOf(places)];
  const here = scene.sentenceOf(first);
  if (!here) return false;
  const next = scene.sentenceOf(here.to);
  if (here.last.again > last || (next?.last.again ?? -1) >= 0) return false;
  const wasBefore = [first, first - 1, first - 2, first - 3, first - 4].some(
    (at) => at >= here.from && scene.begins("was", at),
  );
  const isLongAgo = wasBefore && here.lastPhrase.longAgo >= 0;
  if (isLongAgo || lasting.has(rule)) return isLongAgo;
  const ends = (at: number) => at < here.to && scene.begins("ended", at);
  const hasEnded = ends(last + 1) || (ends(last + 2) && !isNegator(scene, last + 1));
  return hasEnded || (wasBefore && (here.lastPhrase.over > last || (next?.lastPhrase.over ?? -1) >= 0));
}

function isHypothetical(scene: Scene, { places }: Hit): boolean {
  const first = firstOf(places);
  const here = scene.sentenceOf(first);
  if (!here || here.last.now >= 0) return false;
  for (let at = first - 1; at >= Math.max(here.from, first - 5); at--) {
    if (scene.ends("hypothetical", at)) return true;
    if (scene.has(at, "but")) return false;
  }
  return false;
}
