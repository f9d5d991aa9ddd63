import { carrierWords } from "@/lib/messaging/carrier-words";
import { stateWords, suppressionWords } from "@/lib/messaging/types";
import { excludedWords as cannotBeTexted } from "@/lib/patients/types";

export type CampaignState = "draft" | "enrolling" | "running" | "paused";

export const campaignStateWords: Record<CampaignState, string> = {
  draft: "Draft",
  enrolling: "Starting",
  running: "Running",
  paused: "Paused",
};

/** What a text may hold between braces. Neither says anything about health. */
export const mergeFields = ["first_name", "brand"] as const;

export type MergeField = (typeof mergeFields)[number];

export const mergeFieldWords: Record<MergeField, string> = {
  first_name: "First name",
  brand: "Our name",
};

/** Whom the previews of a text are addressed to: nobody real. */
export const exampleName = "Rosa";

/** The languages that a campaign is written in, as BCP 47; the first is everybody else's. */
export const campaignLanguages = ["en", "es"] as const;

export type CampaignLanguage = (typeof campaignLanguages)[number];

export const languageWords: Record<CampaignLanguage, string> = { en: "English", es: "Spanish" };

/** Neutral on purpose: nothing of health leaves by SMS. Without accents, so that one segment holds it. */
export const firstTexts: Record<CampaignLanguage, string> = {
  en: "Hi {first_name}, {brand} has a message for you. Reply 1 for a call, STOP to stop.",
  es: "Hola {first_name}, {brand} tiene un mensaje para usted. Responda 1 para una llamada, STOP para parar.",
};

/** From how many people on a launch asks for the number to be typed. */
export const manyPeople = 100;

/** How long a campaign's texts may go out after it was launched or resumed anew. */
export const sendingDays = 7;

/**
 * The arm that is not texted. As what excludes somebody it says that chance did so in an earlier campaign;
 * who was drawn into the arm by a campaign itself has none, or what would keep them from being texted anyway.
 */
export const holdout = "holdout";

/** Why somebody of a campaign gets no text. */
export const excludedWords: Record<string, string> = {
  ...cannotBeTexted,
  merge_field_empty: "A field of the text is empty for them, such as their name",
  merge_field_unknown: "The text has a field that nothing fills",
  no_text: "There is no text for them",
  [holdout]: "Held out, so that results can be compared",
};

/** Why a text of a campaign did not go, or did not arrive. `code` is a message's reason, else its state. */
export function failureWords(code: string): string {
  const known: Record<string, string> = { ...stateWords, ...suppressionWords };
  if (code.startsWith("carrier ")) return carrierWords(code);
  return known[code]?.replace(/\.$/, "") ?? `It could not be handed to the carrier (${code})`;
}

export interface Reason {
  /** A code of `excludedWords`, or one that `failureWords` knows. */
  code: string;
  people: number;
}

export interface AudiencePreview {
  /** Everybody whom the audience takes in, or in the program. */
  supplied: number;
  /** Who would be texted if it were launched now. */
  reachable: number;
  excluded: Reason[];
}

/** Fields whose condition is that a patient's value is one of a list. A roster is the one that first named them. */
export const listFields = ["language", "plan", "state", "zip3", "roster"] as const;

export type ListField = (typeof listFields)[number];

/** What became of somebody in an earlier campaign. */
export const campaignResults = [
  "sent",
  "delivered",
  "not_delivered",
  "replied",
  "not_replied",
  "acted",
  "not_acted",
  "stopped",
  "excluded",
  "held_out",
] as const;

export type CampaignResult = (typeof campaignResults)[number];

/** One thing that holds for a patient, or with `not` does not. Null: not filled in yet, which is never saved. */
export type Condition = { not: boolean } & (
  | { field: ListField; values: string[] }
  | { field: "tag"; match: "any" | "all"; values: string[] }
  /** By birth year and month, both ends included: somebody turns a year older when their month begins. */
  | { field: "age"; unit: "years" | "months"; from: number | null; to: number | null }
  | { field: "measure"; measureId: string; when: "due" | "opens" | "closes"; days: number | null }
  /** Texts and touches of this program. */
  | { field: "contact"; when: "ever" | "lately"; days: number | null }
  | { field: "campaign"; campaignId: string; result: CampaignResult }
  | { field: "added"; days: number | null }
);

export type ConditionField = Condition["field"];

/** One of them is enough. */
export interface EitherOf {
  anyOf: Condition[];
}

/** Whom of a program's patients an audience takes in: those for whom every entry holds. */
export interface AudienceRule {
  all: (Condition | EitherOf)[];
}

/** How many conditions an audience may have, and how many values one of them. */
export const mostConditions = 20;
export const mostValues = 100;
export const mostDays = 3_650;

/** What the ids in a rule are called. */
export interface RuleNames {
  language: Record<string, string>;
  state: Record<string, string>;
  measure: Record<string, string>;
  campaign: Record<string, string>;
  roster: Record<string, string>;
}

/** Whom a campaign is for, in words: `name` is null for everybody, or once it was launched to an audience now gone. */
export interface CampaignAudience {
  id: string | null;
  name: string | null;
  sentence: string;
  /** Says which rule this is: a launch sends it back. */
  seen: string;
}

export interface CampaignText {
  language: CampaignLanguage;
  body: string;
  /** What somebody named `exampleName` would get. */
  example: string;
  /** Of the example: what one text costs. */
  segments: number;
}

/** People, each counted once: this product's campaigns have one text. */
export interface CampaignCounts {
  /** Everybody on its audience when it was launched. */
  supplied: number;
  /** Of those, who could be texted. */
  textable: number;
  /** Text not written yet: it is as soon as the number has room. */
  due: number;
  /** Text written, on its way to the carrier. */
  queued: number;
  sent: number;
  delivered: number;
  failed: number;
  /** The carrier did not say whether it took the text. */
  unknown: number;
  replied: number;
  stopped: number;
  /** Millionths of a US dollar, of the texts sent. */
  costMicros: number;
}

export interface CampaignItem {
  id: string;
  name: string;
  state: CampaignState;
  /** ISO; null for a draft. */
  launchedAt: string | null;
  textable: number;
  /** People whose text is not written, or has not left yet. */
  waiting: number;
  sent: number;
  delivered: number;
  replied: number;
}

export interface CampaignDetail {
  id: string;
  programId: string;
  name: string;
  state: CampaignState;
  audience: CampaignAudience;
  brand: string;
  timeZone: string;
  /** Millionths of a US dollar for one segment. */
  segmentCostMicros: number;
  /** Hosts that its texts may link to. */
  linkHosts: string[];
  hasSender: boolean;
  texts: CampaignText[];
  launchedAt: string | null;
  launchedBy: string | null;
  /** ISO: until when texts may go out. Null for a draft. */
  sendsUntil: string | null;
  /** When the program's outreach goes out by the patient's clock: "10:00:00". A state may allow less. */
  hours: { opens: string; closes: string; sundays: boolean };
  /** ISO: outside the hours for outreach, when they begin by the program's clock; null inside them. */
  hoursBegin: string | null;
  counts: CampaignCounts;
  excluded: Reason[];
  failures: Reason[];
}

/** A patient's place in a campaign, with what became of its text. Times are ISO. */
export interface PatientEnrollment {
  campaignId: string;
  campaign: string;
  program: string;
  enrolledAt: string;
  /** A code of `excludedWords`: why there is no text for them. Null where there is, or will be one. */
  excluded: string | null;
  /** Which of the campaign's texts; null where there is none yet. */
  step: number | null;
  sentAt: string | null;
  deliveredAt: string | null;
  failedAt: string | null;
  /** A code that `failureWords` knows. */
  failure: string | null;
  repliedAt: string | null;
  stoppedAt: string | null;
}

export interface AudienceItem {
  id: string;
  name: string;
  sentence: string;
  /** When it was written last, and how many it took in and could be texted then. */
  changedAt: string;
  changedBy: string;
  people: number;
  reachable: number;
  /** Campaigns that use it, newest first; `draft` ones follow its changes. */
  campaigns: { id: string; name: string; draft: boolean }[];
}

export interface AudienceDetail extends AudienceItem {
  programId: string;
  rule: AudienceRule;
  names: RuleNames;
  /** Says which version this is: a form sends it back. */
  seen: string;
}

/** A value that a condition can be about, and how many of the program's people have it. */
export interface RuleChoice {
  value: string;
  label: string;
  people: number;
}

/** What the program's own data offer to choose from. A field without any is not offered. */
export type RuleChoices = Record<ListField | "tag" | "measure" | "campaign", RuleChoice[]>;
