import type { FlagLowering, FlagPriority, FlagRule } from "./red-flag-types";

/** What the lexicon found, with its place in the plain text, before anything is known of who may be meant. */
export interface FoundSign {
  rule: FlagRule;
  priority: FlagPriority;
  from: number;
  to: number;
  lowered: FlagLowering | null;
}

/**
 * Signs in words, parted by commas; a word may have other ways to say it ("cant|wont"), {group} is a list of the
 * language, "bleed*" any ending, "_" at most one word in between, "__" two, "..." five, "?" a word that may lack,
 * and "!" one that must not come in the next two.
 */
export type Signs = Partial<Record<FlagRule, Partial<Record<FlagPriority, string[]>>>>;

export interface FlagLanguage {
  language: "en" | "es";
  groups: Record<string, string>;
  /** How else a word is written, where no rule of spelling finds it. */
  slips: Record<string, string>;
  /** Two words read as one: "can not". */
  joined: Record<string, string>;
  /** Long words of signs that are heard in spite of a slip or two: one from six letters on, two from ten. */
  misspelled: string;
  /** Words of everyday that lie as near to one of them. */
  everyday: string;
  signs: Signs[];
  lowering: LoweringWords;
}

/** All in the words of signs; see red-flag-lowering for how each lowers. */
export interface LoweringWords {
  /** Right before a sign, with nothing between but `between`. */
  nominal: string;
  /** As well, and then with `doing` between too: "not having any". */
  verbal: string;
  between: string;
  doing: string;
  /** After a negator these mean no negation: "not only", "no doubt". */
  notNegating: string;
  or: string;
  but: string;
  /** Before a sign. */
  hypothetical: string[];
  /** Makes of a hypothetical or a stranger something that happens now. */
  now: string;
  longAgo: string[];
  was: string[];
  over: string[];
  /** Right after a sign: "bleeding stopped". */
  ended: string[];
  again: string;
  strangers: string[];
  /** All that may stand between a stranger and a sign that is the stranger's. */
  linking: string;
  idioms: string[];
  laughing: string;
}

/** The weight that a sign gets when it may concern a pregnancy, a recent birth, or an infant under three months. */
export const raises: Partial<
  Record<FlagRule, { where: "mother" | "infant"; to: FlagPriority; onlyIfKnown?: true }>
> = {
  headache: { where: "mother", to: "urgent" },
  faint: { where: "mother", to: "urgent" },
  swelling: { where: "mother", to: "urgent" },
  belly: { where: "mother", to: "urgent" },
  tired: { where: "mother", to: "urgent" },
  leg: { where: "mother", to: "urgent" },
  accident: { where: "mother", to: "urgent" },
  vision: { where: "mother", to: "urgent" },
  bleeding: { where: "mother", to: "urgent" },
  vomiting: { where: "mother", to: "urgent", onlyIfKnown: true },
  blood_pressure: { where: "mother", to: "urgent" },
  infant_fever: { where: "infant", to: "emergency" },
  fever: { where: "infant", to: "emergency", onlyIfKnown: true },
  infant_feeding: { where: "infant", to: "urgent" },
  infant_crying: { where: "infant", to: "urgent", onlyIfKnown: true },
};

/** Signs that stay dangerous when they have gone by themselves: only long ago makes them past. */
export const lasting: ReadonlySet<FlagRule> = new Set([
  ...([
    "seizure",
    "stroke",
    "unresponsive",
    "overdose",
    "poisoning",
    "head_injury",
    "self_harm",
    "harm_baby",
  ] as const),
  ...([
    "harm_others",
    "violence",
    "mind",
    "waters",
    "infant_color",
    "infant_breathing",
    "infant_limp",
  ] as const),
]);
