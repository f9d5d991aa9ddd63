/** By what a text must be at least: "emergency breathing"; texts stand between bars. */
export type FlagCases = Record<string, string>;

export const listedTexts = (texts: string): string[] =>
  texts
    .split(/[|\n]/)
    .map((text) => text.trim())
    .filter(Boolean);
