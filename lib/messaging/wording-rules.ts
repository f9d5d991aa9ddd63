/**
 * One way of asking us to stop, in patterns over plain words: lower case, no accents, one space before and after each
 * word. A pattern names an object (texts, me, my number, the list) or is the whole clause or text.
 */
export interface WordingRule {
  /** Kept with each text that it judged: never give an old id a new meaning. */
  id: string;
  /** What is cut out of a clause before this rule looks at it: the clinic's own talk. */
  unless?: string[];
  /** Anywhere in a clause. */
  says?: string[];
  /** The clause from its first to its last word. */
  isClause?: string[];
  /** The text from its first to its last word, but for courtesies. */
  isText?: string[];
}

export interface WordingRules {
  language: "en" | "es" | "zh";
  /** What is cut out of a clause before any rule looks at it: negations, hearsay, conditions. */
  unless: string[];
  rules: WordingRule[];
}
