import { calm, plain, withoutCourtesy } from "./keyword";
import type { WordingRule, WordingRules } from "./wording-rules";
import { english } from "./wording-rules-en";
import { spanish } from "./wording-rules-es";
import { chinese } from "./wording-rules-zh";

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

// A stranger chooses the length; who asks to be left alone does it at the beginning or at the end.
const longestPart = 2_000;
const ends = (text: string): string =>
  text.length <= 2 * longestPart ? text : `${text.slice(0, longestPart)}\n${text.slice(-longestPart)}`;

// A phone reports a liked text of ours in words, and ours speak of stopping.
const reaction =
  /^\s*(?:liked|loved|disliked|laughed at|emphasized|questioned|(?:reacted )?\P{L}{1,12} to|removed .{1,30} from|(?:no )?le gustó|le encantó|se rió de|enfatizó|cuestionó)\s*["“«].*["”»]\s*$/isu;

/** The free wording by which a text asks us to stop: a suggestion, on which a person decides. */
export function stopWording(text: string): { rule: string } | undefined {
  const judged = ends(text);
  if (reaction.test(judged)) return undefined;
  const clauses = clausesOf(calm(plain(judged)));
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

/** Clauses of plain words, one space before and after each; a question keeps its mark. */
function clausesOf(text: string): string[] {
  return text
    .replace(/\?+/g, " ?\n")
    .split(/[.!;:,\n\r()[\]¡¿。、；…–—]+|--+/u)
    .map((clause) => ` ${(clause.match(/[\p{L}\p{N}]+|\?/gu) ?? []).join(" ")} `)
    .filter((clause) => clause.trim() !== "")
    .map((clause) =>
      clause
        // "s t o p texting me"
        .replace(/(?<= )(?:[a-z] ){2,}[a-z](?= )/g, (letters) => letters.replaceAll(" ", ""))
        .replace(/(?<= )(?:stpo|sotp|stopp|stopt|stahp|stob|tsop)(?= )/g, "stop"),
    );
}
