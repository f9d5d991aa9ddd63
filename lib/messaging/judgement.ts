import { type Keyword, keywordOf } from "./keyword";
import { stopWording } from "./wording";

/** Kept with each text that was judged: raise it, and note the new digest, with every change to words or rules. */
export const rulesVersion = "2026-11-25";
export const rulesDigest = "1ad804e5dfa164d0";

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
