import type { LineStanding } from "@/lib/messaging/line-checks";
import type { SenderStanding } from "@/lib/messaging/types";

const whole = new Intl.NumberFormat("en-US");

/** "1 text", "1,204 texts" */
export const texts = (n: number): string => `${whole.format(n)} ${n === 1 ? "text" : "texts"}`;

/** What waits in all lines, as a sentence. */
export function allWaiting(senders: SenderStanding[]): string {
  const replies = senders.reduce((n, s) => n + s.waiting.replies, 0);
  const bulk = senders.reduce((n, s) => n + s.waiting.bulk, 0);
  if (replies + bulk === 0) return "Nothing waits.";
  const parts = [
    replies > 0 ? `${whole.format(replies)} ${replies === 1 ? "reply" : "replies"}` : null,
    bulk > 0 ? `${whole.format(bulk)} campaign ${bulk === 1 ? "text" : "texts"}` : null,
  ];
  return `${parts.filter(Boolean).join(" and ")} ${replies + bulk === 1 ? "waits" : "wait"}.`;
}

/** How much of a day's cap is left to campaigns: a fifth of it is the replies'. */
export const bulkShareOfDay = 0.8;

/** What a number that has used much of its day can still send; null while there is room. */
export function endOfDay({ segmentsPerDay, usedToday }: SenderStanding): string | null {
  if (segmentsPerDay === null) return null;
  if (usedToday >= segmentsPerDay) return "Nothing more leaves from it until midnight Pacific.";
  if (usedToday >= segmentsPerDay * bulkShareOfDay)
    return "Campaigns rest until midnight Pacific; replies still leave.";
  return null;
}

const longestWait = 2 * 60_000;

/** Whether a text that may leave has waited far longer than a worker takes: none may be running. */
export const isLate = (senders: SenderStanding[], now: string): boolean =>
  senders.some(
    (sender) =>
      sender.oldestDue !== null &&
      endOfDay(sender) === null &&
      Date.parse(now) - Date.parse(sender.oldestDue) > longestWait,
  );

/** What was found out of all numbers, kind by kind; nothing while it is off and never was on. */
export function kindsOfLines({ on, kinds, waiting }: LineStanding): { term: string; detail: string }[] {
  const checked = Object.values(kinds).reduce((sum, n) => sum + n, 0);
  if (!on && checked === 0) return [];
  const closed = kinds.toll_free + kinds.premium;
  return [
    { term: "Checked", detail: numbers(checked) },
    { term: "Mobile", detail: whole.format(kinds.mobile) },
    { term: "Landline", detail: `${whole.format(kinds.landline)}, not texted` },
    { term: "Internet number", detail: whole.format(kinds.virtual) },
    ...(closed > 0 ? [{ term: "Toll-free or premium", detail: `${whole.format(closed)}, not texted` }] : []),
    { term: "Carrier cannot say", detail: `${whole.format(kinds.unknown)}, texted as before` },
    { term: "Not checked yet", detail: `${numbers(waiting)}${on ? "" : ", until checking starts again"}` },
  ];
}

const numbers = (n: number) => `${whole.format(n)} ${n === 1 ? "number" : "numbers"}`;

const refusals: Readonly<Record<string, string>> = {
  "401": "It does not accept our credentials. Compare the VONAGE_ settings with its dashboard.",
  "402": "Its account has no credit left. Add credit in its dashboard.",
};

/** Why the carrier looks up no numbers for us, and what to do. */
export const refusedLookup = (code: string): string =>
  refusals[code] ??
  `It does not let this account look up numbers (${code}). Ask its support for Identity Insights.`;
