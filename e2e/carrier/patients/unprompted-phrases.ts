import type { Language } from "./nature";
import type { Some } from "./phrases";
import { unpromptedEnglish } from "./unprompted-english";
import { unpromptedSpanish } from "./unprompted-spanish";

export type UnpromptedPhrases = {
  ordinary: Some;
  /** What somebody should read soon. */
  urgent: Some;
  stop: Some;
  /** A minute after any of the others but STOP. */
  second: Some;
};

export const unpromptedPhrases: Record<Language, UnpromptedPhrases> = {
  en: unpromptedEnglish,
  es: unpromptedSpanish,
};
