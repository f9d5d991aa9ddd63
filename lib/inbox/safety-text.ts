export type SafetyText = "safety" | "after_hours";

export interface SafetySpeaker {
  /** The name that the program's texts use. */
  brand: string;
  /** When staff are back, in the reader's language, such as "Monday at 8 AM"; only after hours. */
  back?: string | null;
}

type Wording = (by: SafetySpeaker) => string;

const ifKnown = (back: SafetySpeaker["back"], words: (back: string) => string): string =>
  back ? words(back) : "";

/**
 * What answers a text that may be an emergency, and one that comes when nobody works; by language, English where there
 * is none. Law 6: neutral for everybody alike, and nothing of what the patient wrote. GSM-7 in en and es, so the
 * Spanish avoids á, í, ó and ú.
 */
const texts: Record<SafetyText, { en: Wording; es: Wording; zh: Wording }> = {
  safety: {
    en: ({ brand }) =>
      `${brand}: this line is not watched all the time. If this is an emergency, call 911 or go to the nearest emergency room. In crisis, call or text 988. New and expecting moms: 1-833-852-6262. A person here will read your text.`,
    es: ({ brand }) =>
      `${brand}: no leemos los mensajes todo el tiempo. Si es una emergencia, llame al 911 o vaya a la sala de emergencias. En crisis, llame al 988. Apoyo para madres, 24 horas: 1-833-852-6262. Una persona va a leer su mensaje.`,
    zh: ({ brand }) =>
      `${brand}：此号码并非随时有人看。紧急情况请打911或去最近的急诊室。心理危机请打988；妈妈热线1-833-852-6262。我们会有人读您的短信。`,
  },
  after_hours: {
    en: ({ brand, back }) =>
      `${brand}: we are closed now${ifKnown(back, (when) => ` and will be back ${when}`)}. A person will read your text then. If this is an emergency, call 911 or go to the nearest emergency room. In crisis, call or text 988.`,
    es: ({ brand, back }) =>
      `${brand}: ahora no hay nadie${ifKnown(back, (when) => `; volvemos ${when}`)}. Una persona va a leer su mensaje. Si es una emergencia, llame al 911 o vaya a la sala de emergencias. En crisis, llame al 988.`,
    zh: ({ brand, back }) =>
      `${brand}：现在无人值班${ifKnown(back, (when) => `，${when}回来`)}，届时会读您的短信。紧急情况请打911或去急诊室；心理危机请打988。`,
  },
};

export function safetyText(kind: SafetyText, language: string, by: SafetySpeaker): string {
  const primary = language.slice(0, 2);
  return texts[kind][primary === "es" || primary === "zh" ? primary : "en"](by);
}
