import { chance } from "./chance";

export type Language = "en" | "es";

/** Somebody who has talked with us already, and may text again. Numbers as the carrier writes them, without a +. */
export type Person = { phone: string; sender: string; language: Language };

export type Opening =
  | "choice"
  | "callback"
  | "question"
  | "busy"
  | "thanks"
  | "done"
  | "wrong-number"
  | "urgent"
  | "help";

export type Nature = {
  language: Language;
  /** Whether they had opened the conversation before the first text that the carrier sees. */
  talking: boolean;
  /** Whether they answer the first text that they get. */
  replies: boolean;
  opening: Opening;
  /** Which text of a conversation they answer with STOP: the first, the second, the third, or none. */
  stopsAt: number | null;
};

const openings: readonly [Opening, share: number][] = [
  ["choice", 0.3],
  ["callback", 0.18],
  ["question", 0.2],
  ["busy", 0.08],
  ["thanks", 0.08],
  ["done", 0.04],
  ["wrong-number", 0.06],
  ["urgent", 0.04],
  ["help", 0.02],
];

/** What a person is like: hidden from the product, and the same whenever this seed is played. */
export function natureOf(seed: string, phone: string): Nature {
  const temper = chance(seed, "temper", phone);
  return {
    language: chance(seed, "language", phone) < 0.3 ? "es" : "en",
    talking: false,
    replies: temper < 0.55,
    opening: openingAt(chance(seed, "opening", phone)),
    stopsAt: temper < 0.025 ? 1 : temper < 0.035 ? 2 : temper < 0.04 ? 3 : null,
  };
}

/** They stop when they text by themselves, and not as an answer. */
export function natureInConversation({ language }: Person): Nature {
  return { language, talking: true, replies: true, opening: "question", stopsAt: null };
}

function openingAt(share: number): Opening {
  let left = share;
  for (const [opening, size] of openings) {
    if (left < size) return opening;
    left -= size;
  }
  return "callback";
}
