/** The languages that a reply is kept ready in; English is everybody else's. */
export const cannedLanguages = ["en", "es", "zh"] as const;
export type CannedLanguage = (typeof cannedLanguages)[number];
export const cannedLanguageWords: Record<CannedLanguage, string> = {
  en: "English",
  es: "Spanish",
  zh: "Chinese",
};

/** A reply that a program keeps ready, as its managers see it. */
export interface CannedReply {
  id: string;
  name: string;
  texts: Partial<Record<CannedLanguage, string>>;
  writer: string;
  /** The reader wrote it, and so cannot review it. */
  mine: boolean;
  /** ISO; which version it is. */
  writtenAt: string;
  /** Null while nobody has reviewed this version. */
  reviewer: string | null;
  retired: boolean;
}

/** One of them filled in for a patient: `body` is null where a field has nothing to fill it, and `problem` says so. */
export interface ReadyReply {
  id: string;
  name: string;
  /** What it is in, and what was asked for. */
  language: CannedLanguage;
  asked: string;
  body: string | null;
  segments: number;
  problem: string | null;
}
