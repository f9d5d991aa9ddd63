import type { Both, Opening } from "./phrases";
import type { Kind } from "./programs";

/** What the campaigns write. Neutral, and without accents, so that one segment holds it. */
export const invitation: Record<Kind, { en: string; es: string }> = {
  prenatal: {
    en: "Hi {first_name}, {brand} has a message for you. Reply 1 for a call, STOP to stop.",
    es: "Hola {first_name}, {brand} tiene un mensaje para usted. Responda 1 para una llamada, STOP para parar.",
  },
  well_child: {
    en: "Hello from {brand}. We have news for the family of {first_name}. Reply 1 for a call, STOP to stop.",
    es: "Hola de {brand}. Tenemos un aviso para la familia de {first_name}. Responda 1 y le llamamos, STOP para parar.",
  },
  vaccination: {
    en: "{brand} here, with a reminder for {first_name}. Reply 1 if you want a call, or STOP to stop.",
    es: "Somos {brand}, con un aviso para {first_name}. Responda 1 si quiere una llamada, o STOP para parar.",
  },
};

/** What a campaign would write to those who had one before. */
export const secondInvitation = {
  en: "{brand} here again. We still have a message for {first_name}. Reply 1 for a call, STOP to stop.",
  es: "Somos {brand} otra vez. Aun tenemos un mensaje para {first_name}. Responda 1 y le llamamos, STOP para parar.",
};

/** What nurses answer, to those whom they answer. */
export const answers: Partial<Record<Opening, Both>> = {
  call: {
    en: [
      "Thank you. We will call you today between 2 and 4.",
      "Thanks for writing back. I am calling you in a few minutes.",
    ],
    es: ["Gracias. Le llamamos hoy entre las 2 y las 4.", "Gracias por responder. Le llamo en unos minutos."],
  },
  question: {
    en: [
      "Yes, this is your care team at Valley Care. It costs you nothing. Shall we call you?",
      "Your usual office is fine. Is there a good time for a short call?",
    ],
    es: [
      "Si, somos su equipo de Valley Care. No tiene costo. Quiere que le llamemos?",
      "Puede ir a su oficina de siempre. A que hora le podemos llamar?",
    ],
  },
  schedule: {
    en: [
      "There is a time then. I have put you down and will call to confirm.",
      "Evenings are open on Tuesdays. Does 5:30 work?",
    ],
    es: [
      "Si hay lugar. Le apunto y le llamo para confirmar.",
      "Los martes abrimos en la tarde. Le sirve a las 5:30?",
    ],
  },
  ride: {
    en: [
      "We can arrange a ride at no cost. What day suits you?",
      "Your plan pays for a ride. I will call you to set it up.",
    ],
    es: [
      "Podemos mandar transporte sin costo. Que dia le conviene?",
      "Su plan paga el transporte. Le llamo para arreglarlo.",
    ],
  },
  went: {
    en: ["Good to hear, thank you for telling us.", "Thank you, I have noted it."],
    es: ["Que bueno, gracias por avisarnos.", "Gracias, ya lo anote."],
  },
};

/** To those who say something back. */
export const answersBack: Both = {
  en: ["You are welcome. Text us any time.", "Good, it is set. See you then."],
  es: ["De nada. Escribanos cuando quiera.", "Muy bien, queda apuntado. Hasta entonces."],
};

/** As lib/messaging words them, and lib/inbox what is safe. */
export const stopConfirmation = {
  en: "Valley Care: you will get no more texts from us. Reply START to get them again.",
  es: "Valley Care: ya no le enviaremos mensajes. Responda START para recibirlos de nuevo.",
};
export const helpReply = {
  en: "Valley Care: texts from your care team, up to 3 a week. Reply here and a person will read it. Msg & data rates may apply. Reply STOP to stop.",
  es: "Valley Care: mensajes de su equipo. Responda y una persona lo lee. Pueden aplicar tarifas. Responda STOP para parar.",
};
export const safetyReply = {
  en: "Valley Care: this line is not watched all the time. If this is an emergency, call 911 or go to the nearest emergency room. In crisis, call or text 988. New and expecting moms: 1-833-852-6262. A person here will read your text.",
  es: "Valley Care: no leemos los mensajes todo el tiempo. Si es una emergencia, llame al 911 o vaya a la sala de emergencias. En crisis, llame al 988. Apoyo para madres, 24 horas: 1-833-852-6262. Una persona va a leer su mensaje.",
};
