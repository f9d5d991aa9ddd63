import { calm, plain, withoutCourtesy } from "./keyword";
import type { WordingRule, WordingRules } from "./wording-rules";
import { english } from "./wording-rules-en";
import { spanish } from "./wording-rules-es";
import { chinese } from "./wording-rules-zh";
import { englishSlips } from "./wording-words-en";

interface Judge {
  id: string;
  unless: RegExp[];
  says: RegExp[];
  isClause: RegExp[];
  isText: RegExp[];
}

interface Language {
  reads: (clause: string) => string;
  unless: RegExp[];
  judges: Judge[];
}

const patterns = (list: string[] = [], make: (pattern: string) => string, flags = "u"): RegExp[] =>
  list.map((pattern) => new RegExp(make(pattern), flags));

function languageOf({ language, unless, rules }: WordingRules): Language {
  const isSpaced = language !== "zh";
  const within = (pattern: string) => (isSpaced ? `(?<= )(?:${pattern})(?= )` : pattern);
  const judgeOf = (rule: WordingRule): Judge => ({
    id: rule.id,
    unless: patterns(rule.unless, within, "gu"),
    says: patterns(rule.says, within),
    isClause: patterns(rule.isClause, (pattern) => `^ (?:${pattern}) $`),
    isText: patterns(rule.isText, (pattern) => `^(?:${pattern})$`),
  });
  return {
    reads: isSpaced ? (clause) => clause : (clause) => clause.replaceAll(" ", ""),
    unless: patterns(unless, within, "gu"),
    judges: rules.map(judgeOf),
  };
}

const languages = [english, spanish, chinese].map(languageOf);

/** All that decides what is a suggestion, for the digest of the rules. */
export const wordingRules = [english, spanish, chinese, englishSlips] as const;

// A stranger chooses the length; who asks to be left alone does it at the beginning or at the end.
const longestPart = 2_000;
const ends = (text: string): string =>
  text.length <= 2 * longestPart ? text : `${text.slice(0, longestPart)}\n${text.slice(-longestPart)}`;

// A phone reports a liked text of ours in words, and ours speak of stopping.
const reaction =
  /^\s*(?:liked|loved|disliked|laughed at|emphasized|questioned|(?:(?:reacted|reaccionó con) )?\P{L}{1,12} (?:to|a)|removed .{1,30} from|(?:a .{1,30} )?(?:no )?(?:me|le) (?:gust[aó]|encant[aó])|se rió de|enfatizó|cuestionó|赞了|喜欢了?|喜歡了?)\s*["“«].*["”»]\s*$/isu;
/** What a phone puts below or above an answer: our own text, line by line. */
const quoted = /^[ \t]*>.*$/gmu;

/** The free wording by which a text asks us to stop: a suggestion, on which a person decides. */
export function stopWording(text: string): { rule: string } | undefined {
  const judged = ends(text).replace(quoted, "");
  if (reaction.test(judged)) return undefined;
  // One sign may stand for a whole line of letters, so it is cut again.
  const clauses = clausesOf(calm(ends(plain(judged))));
  const whole = withoutCourtesy(clauses.join("").replace(/ +/g, " ").trim());
  for (const { reads, unless, judges } of languages) {
    const heard = clauses.map((clause) => cut(reads(clause), unless));
    const judge = judges.find((rule) => applies(rule, heard, whole));
    if (judge) return { rule: judge.id };
  }
  return undefined;
}

const applies = (rule: Judge, clauses: string[], whole: string): boolean =>
  rule.isText.some((pattern) => pattern.test(whole)) ||
  clauses.some((clause) => {
    if (rule.isClause.some((pattern) => pattern.test(clause))) return true;
    if (!rule.says.some((pattern) => pattern.test(clause))) return false;
    const rest = cut(clause, rule.unless);
    return rest === clause || rule.says.some((pattern) => pattern.test(rest));
  });

// A mark stays where something was cut out, so that what stood around it is not read together.
const cut = (clause: string, unless: RegExp[]): string =>
  unless.reduce((rest, pattern) => rest.replace(pattern, "|"), clause);

const slips = Object.entries(englishSlips).map(
  ([meant, written]) => [new RegExp(`(?<= )(?:${written})(?= )`, "gu"), meant] as const,
);

/** Clauses of plain words, one space before and after each; a question keeps its mark. */
function clausesOf(text: string): string[] {
  return text
    .replace(/\b(my|this|wrong|your|ur)\s*#(?!\d)/g, "$1 number")
    .replace(/\?+/g, " ?\n")
    .split(/[.!;:,\n\r()[\]¡¿。、；…–—]+|--+|\s-/u)
    .map((clause) => ` ${(clause.match(/[\p{L}\p{N}]+|\?/gu) ?? []).join(" ")} `)
    .filter((clause) => clause.trim() !== "")
    .map(putRight);
}

function putRight(clause: string): string {
  const joined = clause
    // "s t o p texting me"
    .replace(/(?<= )(?:[a-z] ){2,}[a-z](?= )/g, (letters) => letters.replaceAll(" ", ""))
    .replace(/(?<= )(please)?stop(?=(?:text|txt|messag|send|contact)[a-z]* )/g, "$1 stop ");
  return slips.reduce((words, [written, meant]) => words.replace(written, meant), joined).replace(/ +/g, " ");
}
