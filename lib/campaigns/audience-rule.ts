import {
  type AudienceRule,
  type CampaignResult,
  type Condition,
  type EitherOf,
  mostDays,
  mostValues,
  type RuleNames,
} from "./types";

export const isEither = (entry: Condition | EitherOf): entry is EitherOf => "anyOf" in entry;

/** All of a rule's conditions, also those of which one is enough. */
export const conditionsOf = (rule: AudienceRule): Condition[] =>
  rule.all.flatMap((entry) => (isEither(entry) ? entry.anyOf : [entry]));

/** What keeps a condition from being used, in words; null when nothing does. */
export function problemOf(condition: Condition): string | null {
  switch (condition.field) {
    case "age":
      return ageProblem(condition);
    case "measure":
      if (!condition.measureId) return "Choose a measure.";
      return condition.when === "due" ? null : daysProblem(condition.days);
    case "contact":
      return condition.when === "ever" ? null : daysProblem(condition.days);
    case "added":
      return daysProblem(condition.days);
    case "campaign":
      return condition.campaignId ? null : "Choose a campaign.";
    default:
      if (condition.values.length === 0) return "Tick at least one.";
      return condition.values.length > mostValues ? `Tick at most ${mostValues}.` : null;
  }
}

function ageProblem({ unit, from, to }: Extract<Condition, { field: "age" }>): string | null {
  const most = unit === "years" ? 130 : 1_560;
  if (from === null && to === null) return "Type an age, from, to or both.";
  if ((from ?? 0) > most || (to ?? 0) > most) return `Type at most ${most} ${unit}.`;
  return from !== null && to !== null && from > to ? "The first age must not be above the second." : null;
}

const daysProblem = (days: number | null) =>
  days !== null && days >= 1 && days <= mostDays ? null : `Type a number of days from 1 to ${mostDays}.`;

/** The rule as one sentence, which stands wherever its audience is named. */
export function describeRule(rule: AudienceRule, names: RuleNames): string {
  const parts = rule.all.map((entry) =>
    isEither(entry)
      ? `who ${entry.anyOf.length > 1 ? "either " : ""}${entry.anyOf.map((each) => describe(each, names)).join(", or ")}`
      : `who ${describe(entry, names)}`,
  );
  if (parts.length === 0) return "Everybody in the program.";
  return `Everybody ${listed(parts, "and", ",")}.`;
}

/** What holds for a patient, after "who". */
function describe(condition: Condition, names: RuleNames): string {
  const { not } = condition;
  switch (condition.field) {
    case "language":
      return `${not ? "does not speak" : "speaks"} ${oneOf(named(condition.values, names.language))}`;
    case "plan":
      return `${not ? "is not" : "is"} in the plan ${oneOf(condition.values)}`;
    case "state":
      return `${not ? "does not live" : "lives"} in ${oneOf(named(condition.values, names.state))}`;
    case "zip3":
      return `${not ? "has no ZIP code" : "has a ZIP code"} that begins with ${oneOf(condition.values)}`;
    case "roster":
      return `${not ? "did not come" : "came"} with the roster of ${oneOf(named(condition.values, names.roster))}`;
    case "tag":
      return describeTags(condition);
    case "age":
      return describeAge(condition);
    case "measure":
      return describeMeasure(condition, nameIn(names.measure, condition.measureId, "a measure that is gone"));
    case "contact":
      if (condition.when === "ever") return not ? "was never contacted" : "was contacted";
      return `${not ? "was not" : "was"} contacted in the last ${days(condition.days)}`;
    case "campaign": {
      const name = nameIn(names.campaign, condition.campaignId, "a campaign that is gone");
      const [yes, no] = resultPhrases[condition.result](name);
      return not ? no : yes;
    }
    case "added":
      return not
        ? `was added more than ${days(condition.days)} ago`
        : `was added in the last ${days(condition.days)}`;
  }
}

function describeTags({ not, match, values }: Extract<Condition, { field: "tag" }>): string {
  const tags = `the tag${match === "all" && values.length > 1 ? "s" : ""} ${
    match === "all" ? listed(values, "and") : oneOf(values)
  }`;
  if (match === "all" && values.length > 1) return not ? `does not have all of ${tags}` : `has ${tags}`;
  return not ? `does not have ${tags}` : `has ${tags}`;
}

function describeAge({ not, unit, from, to }: Extract<Condition, { field: "age" }>): string {
  const of = (n: number) => `${n} ${n === 1 ? unit.slice(0, -1) : unit}`;
  const is = not ? "is not" : "is";
  if (from === null) return `${is} at most ${of(to ?? 0)} old`;
  if (to === null) return `${is} at least ${of(from)} old`;
  return from === to ? `${is} ${of(from)} old` : `${is} ${from} to ${of(to)} old`;
}

function describeMeasure(condition: Extract<Condition, { field: "measure" }>, name: string): string {
  const { not, when } = condition;
  if (when === "due") return `${not ? "is not" : "is"} due for ${name}`;
  const window = `a window for ${name} that ${when === "opens" ? "opens" : "closes"} within ${days(condition.days)}`;
  return not ? `does not have ${window}` : `has ${window}`;
}

/** With the campaign's name: that it holds, and that it does not. */
export const resultPhrases: Record<CampaignResult, (name: string) => [string, string]> = {
  sent: (name) => [`was sent a text by ${name}`, `was not sent a text by ${name}`],
  delivered: (name) => [`got the text of ${name}`, `did not get the text of ${name}`],
  not_delivered: (name) => unless(`was to get the text of ${name} and is not known to have got it`),
  replied: (name) => [`replied to ${name}`, `did not reply to ${name}`],
  not_replied: (name) => unless(`was sent a text by ${name} and did not reply`),
  acted: (name) => unless(`was in ${name} and acted within its window`),
  not_acted: (name) => unless(`was in ${name} and did not act within its window`),
  stopped: (name) => [`stopped texts after ${name}`, `did not stop texts after ${name}`],
  excluded: (name) => unless(`was in ${name} and could not be texted`),
  held_out: (name) => [`was held out of ${name}`, `was not held out of ${name}`],
};

const unless = (phrase: string): [string, string] => [phrase, `is not somebody who ${phrase}`];

const days = (n: number | null) => `${n ?? 0} ${n === 1 ? "day" : "days"}`;
// In quotes: names of campaigns and measures hold commas.
const nameIn = (names: Record<string, string>, id: string, otherwise: string) =>
  names[id] ? `\u201c${names[id]}\u201d` : otherwise;
const named = (values: string[], names: Record<string, string>) => values.map((id) => names[id] ?? id);
const oneOf = (values: string[]) => listed(values, "or");

function listed(values: string[], word: "and" | "or", before = values.length > 2 ? "," : ""): string {
  const last = values.at(-1) ?? "";
  return values.length < 2 ? last : `${values.slice(0, -1).join(", ")}${before} ${word} ${last}`;
}
