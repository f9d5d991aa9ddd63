import type { Choice } from "@/components/ui/select";
import type { Condition, ConditionField, RuleChoice, RuleChoices, RuleNames } from "@/lib/campaigns/types";

/** In the order in which they are offered. */
export const fieldWords: Record<ConditionField, string> = {
  language: "Language",
  age: "Age",
  plan: "Plan",
  tag: "Tag",
  measure: "Measure",
  contact: "Last contact",
  campaign: "Earlier campaign",
  state: "State",
  zip3: "ZIP code begins with",
  roster: "Roster",
  added: "Added to the program",
};

const is = [
  ["is", "is"],
  ["not-is", "is not"],
] as const;

/** How a field can be compared; "not-" negates. */
const ways: Record<ConditionField, readonly (readonly [string, string])[]> = {
  language: is,
  plan: is,
  state: is,
  zip3: is,
  age: is,
  campaign: [
    ["is", "they"],
    ["not-is", "not those who"],
  ],
  roster: [
    ["is", "came with"],
    ["not-is", "did not come with"],
  ],
  tag: [
    ["any", "has any of"],
    ["all", "has all of"],
    ["not-any", "has none of"],
    ["not-all", "does not have all of"],
  ],
  measure: [
    ["due", "is due now"],
    ["opens", "opens within"],
    ["closes", "closes within"],
    ["not-due", "is not due now"],
    ["not-opens", "does not open within"],
    ["not-closes", "does not close within"],
  ],
  contact: [
    ["not-ever", "never"],
    ["not-lately", "not in the last"],
    ["lately", "in the last"],
    ["ever", "at any time"],
  ],
  added: [
    ["is", "in the last"],
    ["not-is", "longer ago than"],
  ],
};

export const waysOf = (field: ConditionField): Choice[] =>
  ways[field].map(([value, label]) => ({ value, label }));

export function wayOf(condition: Condition): string {
  const how =
    condition.field === "tag"
      ? condition.match
      : condition.field === "measure" || condition.field === "contact"
        ? condition.when
        : "is";
  return condition.not ? `not-${how}` : how;
}

export function withWay(condition: Condition, way: string): Condition {
  const not = way.startsWith("not-");
  const how = way.replace("not-", "");
  if (condition.field === "tag") return { ...condition, not, match: how === "all" ? "all" : "any" };
  if (condition.field === "contact") return { ...condition, not, when: how === "ever" ? "ever" : "lately" };
  if (condition.field === "measure")
    return { ...condition, not, when: how === "opens" || how === "closes" ? how : "due" };
  return { ...condition, not };
}

/** A condition on a field of which nothing is said yet. With one choice only, it is made. */
export function blankOf(field: ConditionField, choices: RuleChoices): Condition {
  const only = (list: RuleChoice[]) => (list.length === 1 ? (list[0]?.value ?? "") : "");
  switch (field) {
    case "age":
      return { not: false, field, unit: "years", from: null, to: null };
    case "tag":
      return { not: false, field, match: "any", values: [] };
    case "measure":
      return { not: false, field, measureId: only(choices.measure), when: "due", days: null };
    case "contact":
      return { not: true, field, when: "lately", days: null };
    case "campaign":
      return { not: false, field, campaignId: only(choices.campaign), result: "not_replied" };
    case "added":
      return { not: false, field, days: null };
    default:
      return { not: false, field, values: [] };
  }
}

const always: readonly ConditionField[] = ["age", "contact", "added"];

/** Only what the program's people have is offered, and what the line is about already. */
export function offeredFields(choices: RuleChoices, now: ConditionField): Choice[] {
  const fields = Object.keys(fieldWords) as ConditionField[];
  return fields
    .filter((field) => field === now || isAlways(field) || choicesOf(choices, field).length > 0)
    .map((value) => ({ value, label: fieldWords[value] }));
}

const isAlways = (field: ConditionField) => always.includes(field);

export const choicesOf = (choices: RuleChoices, field: ConditionField): RuleChoice[] =>
  field === "age" || field === "contact" || field === "added" ? [] : choices[field];

/** What everything that can be chosen is called, and what a rule already holds. */
export function namesIn(choices: RuleChoices, known?: RuleNames): RuleNames {
  const of = (list: RuleChoice[]) => Object.fromEntries(list.map(({ value, label }) => [value, label]));
  return {
    language: { ...known?.language, ...of(choices.language) },
    state: { ...known?.state, ...of(choices.state) },
    measure: { ...known?.measure, ...of(choices.measure) },
    campaign: { ...known?.campaign, ...of(choices.campaign) },
    roster: { ...known?.roster, ...of(choices.roster) },
  };
}
