import { english } from "./english";
import type { Language, Opening } from "./nature";
import { spanish } from "./spanish";

export type Some = readonly [string, ...string[]];

export type Phrases = Record<Exclude<Opening, "choice">, Some> & {
  stop: Some;
  /** To a nurse's question, and to anything else that she wrote. */
  answer: Some;
  acknowledgement: Some;
};

export const phrases: Record<Language, Phrases> = { en: english, es: spanish };
