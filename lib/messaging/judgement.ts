import { type Keyword, keywordOf } from "./keyword";
import { stopWording } from "./wording";

/** Kept with each text that was judged: raise it with every change to the words or the rules. */
export const rulesVersion = "2026-11-24";

export interface Judgement {
  keyword: Keyword | undefined;
  suggestion: { rule: string } | undefined;
  rule: string | null;
  version: string;
}

/** What a patient's text asks of us: a keyword is acted on at once, a suggestion only by a person. */
export function judge(text: string): Judgement {
  const keyword = keywordOf(text);
  const suggestion = keyword ? undefined : stopWording(text);
  return { keyword, suggestion, rule: keyword?.rule ?? suggestion?.rule ?? null, version: rulesVersion };
}
