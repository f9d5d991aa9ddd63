/** What answers a keyword, by language; English where there is none. Neutral, in GSM-7, one segment. */
const texts = {
  stop_confirmation: {
    en: (brand: string) => `${brand}: you will get no more texts from us. Reply START to get them again.`,
    es: (brand: string) =>
      `${brand}: no le enviaremos mas mensajes. Responda START para recibirlos de nuevo.`,
  },
  help_reply: {
    en: (brand: string) =>
      `${brand}: texts from your care team. Reply here and a person will read it. Msg and data rates may apply. Reply STOP to stop.`,
    es: (brand: string) =>
      `${brand}: mensajes de su equipo. Responda y una persona lo lee. Pueden aplicar tarifas. Responda STOP para parar.`,
  },
} as const;

export function standardText(kind: keyof typeof texts, language: string, brand: string): string {
  const byLanguage = texts[kind];
  return (language.startsWith("es") ? byLanguage.es : byLanguage.en)(brand);
}
