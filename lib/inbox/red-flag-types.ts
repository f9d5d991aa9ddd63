/** Emergency: may die within hours. Urgent: to be seen the same day. Review: a person should look with care. */
export type FlagPriority = "emergency" | "urgent" | "review";

export type FlagLowering = "negated" | "past" | "someone_else" | "idiom" | "question";

export interface RedFlag {
  rule: FlagRule;
  priority: FlagPriority;
  /** The exact piece of the patient's own text that raised it. */
  words: string;
  /** Why a stronger rule was lowered to review; null where nothing lowered it. */
  lowered: FlagLowering | null;
}

/** What is known of the people on a phone; left out or null where nobody knows, and then it may well be so. */
export interface FlagContext {
  isPregnant?: boolean | null;
  /** Within a year. */
  gaveBirth?: boolean | null;
  hasYoungInfant?: boolean | null;
}

export const flagPriorities: readonly FlagPriority[] = ["emergency", "urgent", "review"];

/** Each rule in a nurse's words, with the highest class that it can raise. Never give an old id a new meaning. */
export const flagRules = {
  airway: { words: "Choking, throat or tongue swelling", class: "emergency" },
  breathing: { words: "Trouble breathing", class: "emergency" },
  chest: { words: "Chest pain or racing heart", class: "emergency" },
  stroke: { words: "Signs of a stroke: face, arm, speech", class: "emergency" },
  seizure: { words: "Seizure", class: "emergency" },
  unresponsive: { words: "Does not wake or respond", class: "emergency" },
  heavy_bleeding: { words: "Heavy bleeding", class: "emergency" },
  poisoning: { words: "Swallowed something dangerous", class: "emergency" },
  overdose: { words: "Overdose", class: "emergency" },
  head_injury: { words: "Head injury", class: "emergency" },
  accident: { words: "Fall, accident, burn or drowning", class: "emergency" },
  glucose: { words: "Blood sugar far too low or high", class: "emergency" },
  blood_pressure: { words: "High blood pressure", class: "emergency" },
  dying: { words: "Says that they are dying", class: "emergency" },
  ambulance: { words: "Speaks of 911 or an ambulance", class: "emergency" },
  self_harm: { words: "Thoughts of suicide or self-harm", class: "emergency" },
  harm_baby: { words: "Thoughts of harming the baby", class: "emergency" },
  harm_others: { words: "Threat to somebody's life", class: "emergency" },
  violence: { words: "Violence at home, or fear of it", class: "emergency" },
  mind: { words: "Despair, or losing touch with what is real", class: "emergency" },
  fetal_movement: { words: "Baby moves less or not", class: "emergency" },
  waters: { words: "Waters broke, or fluid leaks", class: "emergency" },
  labor: { words: "Labor or contractions", class: "emergency" },
  bleeding: { words: "Bleeding or spotting", class: "urgent" },
  loss: { words: "May be losing the pregnancy", class: "urgent" },
  headache: { words: "Headache", class: "emergency" },
  faint: { words: "Faint or dizzy", class: "urgent" },
  vision: { words: "Changes in vision", class: "emergency" },
  fever: { words: "Fever or chills", class: "emergency" },
  swelling: { words: "Swelling of face, hands or body", class: "urgent" },
  vomiting: { words: "Vomiting", class: "emergency" },
  belly: { words: "Belly pain", class: "urgent" },
  leg: { words: "Leg swelling or pain", class: "urgent" },
  tired: { words: "Extreme tiredness", class: "urgent" },
  wound: { words: "Wound, breast or discharge may be infected", class: "urgent" },
  infant_fever: { words: "Fever in a baby", class: "emergency" },
  infant_color: { words: "Blue or grey lips, face or skin", class: "emergency" },
  infant_breathing: { words: "Baby grunts or pauses in breathing", class: "emergency" },
  infant_limp: { words: "Limp or hard to wake", class: "emergency" },
  infant_feeding: { words: "Baby feeds poorly", class: "urgent" },
  infant_diapers: { words: "Few wet diapers", class: "urgent" },
  infant_yellow: { words: "Yellow skin or eyes", class: "urgent" },
  infant_crying: { words: "Baby cries and nothing calms it", class: "urgent" },
} as const satisfies Record<string, { words: string; class: FlagPriority }>;

export type FlagRule = keyof typeof flagRules;

/** What a nurse reads. */
export const flagRuleWords = Object.fromEntries(
  Object.entries(flagRules).map(([rule, { words }]) => [rule, words]),
) as Record<FlagRule, string>;
