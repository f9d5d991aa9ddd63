export type StandardText = "stop_confirmation" | "help_reply" | "start_confirmation";

export interface Speaker {
  /** The name that the program's texts use. */
  brand: string;
  /** How many outreach texts a patient may get in a week. */
  perWeek: number;
}

type Wording = (by: Speaker) => string;

/**
 * What answers a keyword, by language; English where there is none. Neutral. GSM-7 in one segment, so the Spanish
 * avoids á, í, ó and ú; Chinese is UCS-2, whose segment holds 70 characters.
 */
const texts: Record<StandardText, { en: Wording; es: Wording; zh: Wording }> = {
  stop_confirmation: {
    en: ({ brand }) => `${brand}: you will get no more texts from us. Reply START to get them again.`,
    es: ({ brand }) => `${brand}: ya no le enviaremos mensajes. Responda START para recibirlos de nuevo.`,
    zh: ({ brand }) => `${brand}：您不会再收到我们的短信。回复 START 可重新接收。`,
  },
  // CTIA: the program, whom to ask, rates, how often, and how to stop; for anybody who asks.
  help_reply: {
    en: ({ brand, perWeek }) =>
      `${brand}: texts from your care team, up to ${perWeek} a week. Reply here and a person will read it. Msg & data rates may apply. Reply STOP to stop.`,
    es: ({ brand, perWeek }) =>
      `${brand}: mensajes de su equipo, hasta ${perWeek} por semana. Responda y una persona lo lee. Pueden aplicar tarifas. Responda STOP para parar.`,
    zh: ({ brand, perWeek }) =>
      `${brand}：每周最多${perWeek}条短信。直接回复，有人会读。可能收取短信和流量费。回复 STOP 停止。`,
  },
  start_confirmation: {
    en: ({ brand, perWeek }) =>
      `${brand}: texts are on again, up to ${perWeek} a week. Msg & data rates may apply. Reply HELP for help, STOP to stop.`,
    es: ({ brand, perWeek }) =>
      `${brand}: le enviaremos mensajes de nuevo, hasta ${perWeek} por semana. Pueden aplicar tarifas. Responda AYUDA para ayuda, STOP para parar.`,
    zh: ({ brand, perWeek }) =>
      `${brand}：已恢复发送短信，每周最多${perWeek}条。可能收取短信和流量费。回复 HELP 求助，STOP 停止。`,
  },
};

export function standardText(kind: StandardText, language: string, by: Speaker): string {
  const primary = language.slice(0, 2);
  return texts[kind][primary === "es" || primary === "zh" ? primary : "en"](by);
}
