import { type FoundSign, lasting } from "./red-flag-signs";
import type { FlagLowering, FlagRule } from "./red-flag-types";
import { chinese } from "./red-flag-zh";

// A gap in a pattern stays within its sentence.
const within = (pattern: string) => pattern.replace(/(?<!\\)\.(?=\{|[^*+?])/g, "[^。！？；!?;.]");
const matcher = (pattern: string, flags = "u") => new RegExp(within(pattern), flags);

const signs = chinese.signs.flat().map(({ rule, priority, says }) => ({
  rule,
  priority,
  says: says.map((pattern) => matcher(pattern, "gu")),
}));
const lowering = Object.fromEntries(
  Object.entries(chinese.lowering).map(([name, pattern]) => [name, new RegExp(pattern, "u")]),
) as { [name in keyof typeof chinese.lowering]: RegExp };
const idioms = new RegExp(chinese.lowering.idiom, "gu");

const sentenceEnd = /[。！？；!?;\n]/u;
const clauseEnd = /[，、：,:]|但是?|不过|可是|而且|却|然后/u;
const ownNegator = /[不没无未]|停/u;
const longestBefore = 30;

/** The signs of Chinese in a plain text. Spaces count for nothing, places are those of the text as it was given. */
export function hanSignsIn(plain: string): FoundSign[] {
  if (!/\p{Script=Han}/u.test(plain)) return [];
  const at: number[] = [];
  let text = "";
  for (let place = 0; place < plain.length; place++) {
    const unit = plain.charAt(place);
    if (/[^\S\n]/.test(unit)) continue;
    text += unit;
    at.push(place);
  }
  const spoken = [...text.matchAll(idioms)].map(({ 0: words, index }) => ({
    from: index,
    to: index + words.length,
  }));
  return signs.flatMap(({ rule, priority, says }) =>
    says.flatMap((pattern) =>
      [...text.matchAll(pattern)]
        .filter(({ 0: words }) => words !== "")
        .map(({ 0: words, index }) => {
          const place = { from: index, to: index + words.length };
          const isIdiom = spoken.some(({ from, to }) => from < place.to && to > place.from);
          const lowered = isIdiom ? "idiom" : (loweringOf(text, place, rule, words) ?? null);
          return { rule, priority, lowered, from: at[place.from] ?? 0, to: (at[place.to - 1] ?? 0) + 1 };
        }),
    ),
  );
}

const isOfTheMind: ReadonlySet<FlagRule> = new Set<FlagRule>([
  "self_harm",
  "harm_baby",
  "harm_others",
  "mind",
]);

function loweringOf(
  text: string,
  { from, to }: { from: number; to: number },
  rule: FlagRule,
  words: string,
): FlagLowering | undefined {
  const sentence =
    text
      .slice(Math.max(0, from - longestBefore), from)
      .split(sentenceEnd)
      .at(-1) ?? "";
  const clause = sentence.split(clauseEnd).at(-1) ?? "";
  const after = text.slice(to, to + longestBefore);
  const rest = after.split(sentenceEnd)[0] ?? "";
  if (!ownNegator.test(words) && lowering.negated.test(clause) && !lowering.notNegated.test(clause)) {
    if (!(isOfTheMind.has(rule) && /但|可是|不过/u.test(rest))) return "negated";
  }
  const isNow = lowering.now.test(sentence + words + rest);
  const isOurs = lowering.ours.test(words);
  if (!isOurs && !isNow && (lowering.stranger.test(clause) || lowering.onScreen.test(clause)))
    return "someone_else";
  const hasBefore = lowering.past.test(sentence) || lowering.past.test(words.slice(0, -1));
  if (!lowering.again.test(after)) {
    if (lowering.longAgo.test(sentence)) return "past";
    if (!lasting.has(rule) && hasBefore && lowering.over.test(after)) return "past";
  }
  if (!isNow && lowering.question.test(clause)) return "question";
  return undefined;
}
