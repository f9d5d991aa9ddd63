import { type MergeField, mergeFields } from "./types";

export type MergeValues = Record<MergeField, string>;

export type Rendered =
  | { ok: true; text: string }
  | { ok: false; problem: "merge_field_empty" | "merge_field_unknown" | "no_text"; field?: string };

const field = /\{([^{}]*)\}/g;

const isMergeField = (name: string): name is MergeField => mergeFields.some((known) => known === name);

/** Fills the fields in. A text with a hole is worse than none: the first empty or unknown field blocks it. */
export function render(template: string | undefined, values: MergeValues): Rendered {
  if (!template) return { ok: false, problem: "no_text" };
  for (const [, name = ""] of template.matchAll(field)) {
    if (!isMergeField(name)) return { ok: false, problem: "merge_field_unknown", field: name };
    if (values[name].trim() === "") return { ok: false, problem: "merge_field_empty", field: name };
  }
  // One pass, so that braces inside a value stay what they are.
  const text = template.replace(field, (_, name: MergeField) => values[name].trim());
  return { ok: true, text };
}

/** Sentences about fields that nothing will fill. None means that the template can be rendered. */
export function fieldProblems(template: string): string[] {
  const names = [...template.matchAll(field)].map(([, name = ""]) => name);
  const unknown = [...new Set(names.filter((name) => !isMergeField(name)))];
  const known = mergeFields.map((name) => `{${name}}`).join(" and ");
  const problems = unknown.map((name) => `{${name}} is not a field. The fields are ${known}.`);
  if (/[{}]/.test(template.replace(field, "")))
    problems.push(`A brace stands alone. Braces belong around the fields ${known} only.`);
  return problems;
}

/** The text for a person's language: the same tag, else the same language, else English. */
export function pickLanguage<Text>(texts: ReadonlyMap<string, Text>, language: string): Text | undefined {
  const [primary = ""] = language.toLowerCase().split("-");
  return texts.get(language.toLowerCase()) ?? texts.get(primary) ?? texts.get("en");
}

/** No first name is longer: what is, is no name, and would split the text into many. */
export const longestFirstName = 40;

/** The first word of a display name such as "Rosa Marín". Empty when there is none that could be a name. */
export function firstNameOf(name: string): string {
  const [first = ""] = name.trim().split(/\s+/);
  return first.length > longestFirstName ? "" : first;
}
