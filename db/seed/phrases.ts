/** How a patient begins: wants a call, asks, wants a time, needs a ride, came already, … */
export type Opening =
  | "call"
  | "question"
  | "schedule"
  | "ride"
  | "went"
  | "thanks"
  | "wrong"
  | "enough"
  | "help";

export type Both = { en: string[]; es: string[] };

/** What patients open with. */
export const said: Record<Opening, Both> = {
  call: {
    en: ["1", "1", "1 please", "Yes call me", "1 after 3pm", "Call me tomorrow morning please"],
    es: ["1", "1", "1 por favor", "Si llámeme", "1 después de las 3", "Me puede llamar mañana?"],
  },
  question: {
    en: [
      "What is this about?",
      "Is this really Valley Care?",
      "Which clinic should I go to?",
      "Does it cost anything?",
      "We moved last month, is it still the same office?",
      "Can I bring my other child too?",
    ],
    es: [
      "De qué se trata?",
      "Es de verdad Valley Care?",
      "A cuál clínica tengo que ir?",
      "Tiene algún costo?",
      "Nos mudamos el mes pasado, sigue siendo la misma oficina?",
      "Puedo llevar también a mi otro hijo?",
    ],
  },
  schedule: {
    en: [
      "Can I come Thursday after 4?",
      "Do you have anything on a Saturday?",
      "I work days, is there an evening time?",
      "Next week works for me",
    ],
    es: [
      "Puedo ir el jueves después de las 4?",
      "Hay citas los sábados?",
      "Trabajo de día, hay algo en la tarde?",
      "La próxima semana puedo",
    ],
  },
  ride: {
    en: [
      "I have no way to get there",
      "Is there a ride? My car is in the shop",
      "The bus takes 2 hours from here",
    ],
    es: ["No tengo cómo llegar", "Hay transporte? Mi carro está en el taller", "El autobús tarda 2 horas"],
  },
  went: {
    en: ["We already went last month", "Already did, thanks", "I was there two weeks ago"],
    es: ["Ya fuimos el mes pasado", "Ya fui, gracias", "Estuve hace dos semanas"],
  },
  thanks: { en: ["ok", "Thank you", "Ok thanks", "👍"], es: ["ok", "Gracias", "Muy bien, gracias", "👍"] },
  wrong: {
    en: ["Wrong number", "You have the wrong person", "I dont know who that is, new phone"],
    es: ["Número equivocado", "No conozco a esa persona", "Este número ya no es de ella"],
  },
  enough: {
    en: ["please dont text me any more", "Take me off your list"],
    es: ["por favor ya no me escriban", "Quítenme de su lista"],
  },
  help: { en: ["HELP"], es: ["AYUDA"] },
};

/** What those say who tell us afterwards. */
export const visited: Both = {
  en: ["I went yesterday, thank you", "We were there yesterday, all good", "Went yesterday!"],
  es: ["Fuimos ayer, gracias", "Ya fui ayer, todo bien", "Ayer fuimos a la cita"],
};

/** What patients say back to an answer. */
export const saidBack: Both = {
  en: ["That works", "Ok thank you so much", "After 3 is better", "Tuesday please", "Great, thanks", "Yes"],
  es: [
    "Está bien",
    "Muchas gracias",
    "Mejor después de las 3",
    "El martes por favor",
    "Perfecto, gracias",
    "Si",
  ],
};
