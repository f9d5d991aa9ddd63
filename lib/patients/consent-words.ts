import type { SpokenOrWritten, WordsLanguage, WordsOffered } from "./types";

export type WordsKind = `consent_${SpokenOrWritten}` | `notice_${SpokenOrWritten}`;

interface Words {
  kind: WordsKind;
  language: WordsLanguage;
  /** Changed with every change of the text, however small: it says what a patient was shown. */
  version: string;
  /** `{brand}` stands for who texts. */
  text: string;
}

/**
 * What patients are asked and told, word for word. A change is a new text under a new version. Spanish and Chinese
 * need a qualified translator's approval before use (45 CFR 92.201), all of it counsel's.
 */
export const words: readonly Words[] = [
  {
    kind: "consent_spoken",
    language: "en",
    version: "consent-spoken-en-1",
    text: "May {brand} text you at this number about your care, or the care of someone you look after? How many texts you get varies. Message and data rates may apply. You can stop at any time: text STOP, or tell us. Text HELP for help. You do not have to agree to get care.",
  },
  {
    kind: "consent_spoken",
    language: "es",
    version: "consent-spoken-es-1",
    text: "¿Nos permite que {brand} le envíe mensajes de texto a este número sobre su atención médica o la de alguien a quien usted cuida? La cantidad de mensajes varía. Pueden aplicarse cargos por mensajes y datos. Puede pararlos cuando quiera: envíe STOP o díganoslo. Envíe HELP para recibir ayuda. No tiene que aceptar para recibir atención.",
  },
  {
    kind: "consent_spoken",
    language: "zh",
    version: "consent-spoken-zh-1",
    text: "{brand} 可以往这个号码发短信，联系您本人或您照顾的人的医疗护理事宜吗？短信数量不固定。可能会产生短信费和流量费。您随时可以停止：回复 STOP，或者告诉我们。需要帮助请回复 HELP。不同意也可以照常就医。",
  },
  {
    kind: "consent_written",
    language: "en",
    version: "consent-written-en-1",
    text: "I agree that {brand} may text me at the number on this form about my care, or the care of someone I look after. If texts to this number were stopped before, I want them again. How many texts I get varies. Message and data rates may apply. I can stop at any time: by texting STOP, or by telling the care team. I can text HELP for help. I do not have to agree to get care.",
  },
  {
    kind: "consent_written",
    language: "es",
    version: "consent-written-es-1",
    text: "Acepto que {brand} me envíe mensajes de texto al número de este formulario sobre mi atención médica o la de alguien a quien cuido. Si antes se pararon los mensajes a este número, quiero recibirlos de nuevo. La cantidad de mensajes varía. Pueden aplicarse cargos por mensajes y datos. Puedo pararlos cuando quiera: enviando STOP o avisando al equipo de atención. Puedo enviar HELP para recibir ayuda. No tengo que aceptar para recibir atención.",
  },
  {
    kind: "consent_written",
    language: "zh",
    version: "consent-written-zh-1",
    text: "我同意 {brand} 往本表上的号码给我发短信，联系我本人或我照顾的人的医疗护理事宜。如果以前停止过发往这个号码的短信，我希望重新接收。短信数量不固定。可能会产生短信费和流量费。我随时可以停止：回复 STOP，或者告诉护理团队。需要帮助可以回复 HELP。不同意也可以照常就医。",
  },
  {
    kind: "notice_spoken",
    language: "en",
    version: "notice-spoken-en-1",
    text: "Text messages are not private. They are not encrypted. People who see or share your phone may read them, and so may phone companies. {brand} keeps health details out of its texts as far as it can, but a text may still show that you are in care. We can call you instead. Knowing this, is it all right that we text you?",
  },
  {
    kind: "notice_spoken",
    language: "es",
    version: "notice-spoken-es-1",
    text: "Los mensajes de texto no son privados. No están cifrados. Los pueden leer las personas que ven o comparten su teléfono, y también las compañías telefónicas. {brand} evita en lo posible los detalles de salud en sus mensajes, pero un mensaje puede mostrar que usted recibe atención. Podemos llamarle en lugar de escribirle. Sabiendo esto, ¿está bien que le enviemos mensajes?",
  },
  {
    kind: "notice_spoken",
    language: "zh",
    version: "notice-spoken-zh-1",
    text: "短信不是私密的，没有加密。能看到您手机或与您共用手机的人可能会看到短信，电话公司也可能看到。{brand} 会尽量不在短信里写健康细节，但短信仍可能让人知道您在就医。我们也可以改为打电话。了解这些以后，您同意我们给您发短信吗？",
  },
  {
    kind: "notice_written",
    language: "en",
    version: "notice-written-en-1",
    text: "I have been told that text messages are not private. They are not encrypted. People who see or share my phone may read them, and so may phone companies. {brand} keeps health details out of its texts as far as it can, but a text may still show that I am in care. I can ask for calls instead. Knowing this, I want to be texted.",
  },
  {
    kind: "notice_written",
    language: "es",
    version: "notice-written-es-1",
    text: "Me han informado de que los mensajes de texto no son privados. No están cifrados. Los pueden leer las personas que ven o comparten mi teléfono, y también las compañías telefónicas. {brand} evita en lo posible los detalles de salud en sus mensajes, pero un mensaje puede mostrar que recibo atención. Puedo pedir llamadas en lugar de mensajes. Sabiendo esto, quiero recibir mensajes.",
  },
  {
    kind: "notice_written",
    language: "zh",
    version: "notice-written-zh-1",
    text: "我已被告知：短信不是私密的，没有加密。能看到我手机或与我共用手机的人可能会看到短信，电话公司也可能看到。{brand} 会尽量不在短信里写健康细节，但短信仍可能让人知道我在就医。我可以要求改为打电话。了解这些以后，我愿意接收短信。",
  },
];

/** The words of a version as a patient of these programs is shown them; undefined when there is no such version. */
export function wordsOf(version: string, programs: readonly { brand: string }[]) {
  const found = words.find((each) => each.version === version);
  if (!found) return undefined;
  const brand = [...new Set(programs.map((program) => program.brand))].join(", ");
  return { ...found, text: found.text.replaceAll("{brand}", brand) };
}

/** What a nurse can choose from: of each kind and language the newest words, which stand last. */
export function wordsOffered(
  about: "consent" | "notice",
  programs: readonly { brand: string }[],
): WordsOffered[] {
  const newest = new Map<string, WordsOffered>();
  for (const form of ["spoken", "written"] as const)
    for (const { kind, language, version } of words) {
      const text = wordsOf(version, programs)?.text;
      if (kind === `${about}_${form}` && text)
        newest.set(`${form} ${language}`, { version, language, form, text });
    }
  return [...newest.values()];
}
