import { chance, pick, skewed } from "./chance";
import { type Language, type Nature, natureOf } from "./nature";
import { phrases } from "./phrases";

export type Reply = { text: string; seconds: number; stops: boolean };

type Act = "opens" | "answers" | "stops" | "silent";

const answersInARow = 3;
const spanishText = /responda|mensaje|cl[ií]nica/i;

/**
 * What a phone answers to the `nth` text that we send it. To somebody new the first is the campaign's and later ones
 * a nurse's; to somebody in conversation, all are.
 */
export function replyTo(
  seed: string,
  phone: string,
  nth: number,
  text: string,
  nature = natureOf(seed, phone),
): Reply | null {
  const act = actAt(seed, phone, nature, nth);
  if (act === "silent") return null;

  const language = spanishText.test(text) ? "es" : nature.language;
  const wording = chance(seed, "wording", phone, nth);
  return {
    text: wordsFor(act, nature, language, text, wording),
    seconds: secondsUntil(seed, phone, nth),
    stops: act === "stops",
  };
}

export function hasStopped({ stopsAt }: Nature, heard: number): boolean {
  return stopsAt !== null && heard >= stopsAt;
}

// Replayed from the first text, so that how many texts a phone got is all that a restart must know.
function actAt(seed: string, phone: string, nature: Nature, nth: number): Act {
  let opened = nature.talking;
  let answers = 0;
  for (let n = 1; n <= nth; n += 1) {
    const act = nextAct(seed, phone, nature, { n, opened, answers });
    if (n === nth) return act;
    if (act === "stops" || answers === answersInARow) return "silent";
    opened ||= act === "opens";
    if (act === "answers") answers += 1;
  }
  return "silent";
}

type Past = { n: number; opened: boolean; answers: number };

function nextAct(seed: string, phone: string, nature: Nature, { n, opened, answers }: Past): Act {
  if (n === nature.stopsAt) return "stops";
  if (n === 1 && !opened) return nature.replies ? "opens" : "silent";
  const share = chance(seed, "speaks", phone, n);
  // Somebody who let the first text pass seldom reacts to a reminder.
  if (!opened) return n <= 3 && share < 0.15 ? "opens" : "silent";
  if (nature.opening === "wrong-number" || answers === answersInARow) return "silent";
  return share < 0.6 ? "answers" : "silent";
}

function wordsFor(act: Act, nature: Nature, language: Language, text: string, wording: number): string {
  const bank = phrases[language];
  if (act === "stops") return pick(bank.stop, wording);
  if (act === "answers") return pick(text.includes("?") ? bank.answer : bank.acknowledgement, wording);
  if (nature.opening !== "choice") return pick(bank[nature.opening], wording);

  const offered = ["1", "2"].filter((digit) => new RegExp(`\\b${digit}\\b`).test(text));
  const [first, second = first] = offered;
  return (wording < 0.75 ? first : second) ?? pick(bank.callback, wording);
}

function secondsUntil(seed: string, phone: string, nth: number): number {
  const seconds = skewed(22, 0.85, chance(seed, "pace", phone, nth), chance(seed, "mood", phone, nth));
  return Math.min(600, Math.max(3, seconds));
}
