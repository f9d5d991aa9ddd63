import type { Kind } from "./programs";

/** A rule of the lexicon that reads its text so, as the product would have kept it. */
export interface Worry {
  rule: string;
  priority: "emergency" | "urgent" | "review";
  /** A piece of the text. */
  words: string;
  lowered: string | null;
}

/** The lexicon that these were read with. */
export const lexiconVersion = "2026-11-25";

const worry = (priority: Worry["priority"], rule: string, words: string, lowered: string | null = null) => ({
  ...{ priority, rule, words, lowered },
});

/** Of those who wait now: somebody should look at these first. The first is what nobody has acknowledged yet. */
export const worrying: { kind: Kind; language: "en" | "es"; text: string; flags: Worry[] }[] = [
  {
    ...{ kind: "prenatal", language: "es", text: "no siento al bebé desde ayer" },
    flags: [worry("emergency", "fetal_movement", "no siento al bebé")],
  },
  {
    ...{ kind: "vaccination", language: "en" },
    text: "Her arm is very swollen and now she has trouble breathing",
    flags: [worry("emergency", "breathing", "trouble breathing"), worry("urgent", "swelling", "swollen")],
  },
  {
    ...{ kind: "prenatal", language: "en" },
    text: "I have a bad headache since last night and I see spots, is that normal?",
    flags: [worry("urgent", "headache", "bad headache"), worry("urgent", "vision", "see spots")],
  },
  {
    ...{ kind: "prenatal", language: "es", text: "Estoy sangrando un poco desde la mañana, qué hago?" },
    flags: [worry("urgent", "bleeding", "sangrando")],
  },
  {
    ...{ kind: "well_child", language: "es" },
    text: "Mi hijo de 5 años tiene fiebre de 39 desde anoche, lo llevo?",
    flags: [worry("urgent", "fever", "fiebre")],
  },
  {
    ...{ kind: "prenatal", language: "en" },
    text: "No chest pain and no bleeding, just tired. Is my visit still Thursday?",
    flags: [
      worry("review", "chest", "chest pain", "negated"),
      worry("review", "bleeding", "bleeding", "negated"),
    ],
  },
];
