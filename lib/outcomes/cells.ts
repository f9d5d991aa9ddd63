import { readDate } from "@/lib/cells";
import { codeLimit, type TouchChannel } from "./types";

/** As lib/cells reads a date, and 20260302, which claims systems write. */
export function readDay(text: string): string | undefined {
  const compact = /^(\d{4})(\d\d)(\d\d)(\.0+)?$/.exec(text);
  return readDate(compact ? compact.slice(1, 4).join("-") : text);
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

const channels: Record<TouchChannel, string> = {
  postcard: "postcard postalcard card",
  mailer:
    "mailer letter buckslip mail directmail postalmail usmail usps flyer flier brochure insert selfmailer pamphlet",
  call: "call phone phonecall telephone telephonecall outboundcall livecall agentcall outreachcall telephonic voice",
  recorded_call:
    "ivr ivrcall robocall recordedcall recording automatedcall autocall autodial autodialer voiceblast voicedrop voicemaildrop prerecordedcall",
  email: "email emailmessage electronicmail",
  visit: "visit homevisit inperson doorknock fieldvisit facetoface housecall",
};
const channelByWord = new Map(
  Object.entries(channels).flatMap(([channel, words]) =>
    words
      .split(" ")
      .flatMap((word) => [
        [word, channel as TouchChannel] as const,
        [`${word}s`, channel as TouchChannel] as const,
      ]),
  ),
);

export const readChannel = (text: string): TouchChannel | undefined => channelByWord.get(lettersOf(text));

const yes =
  "y yes 1 x t true si reached contacted answered delivered connected completed complete success successful live livecontact spokewithmember";
const no =
  "n no 0 f false notreached unreached noanswer notanswered unanswered voicemail leftvoicemail leftmessage busy failed undelivered undeliverable returned returnedmail bounced bounce wrongnumber disconnected unsuccessful";
const unsaid = "unknown na none sent mailed attempted";
const reachedByWord = new Map<string, "yes" | "no" | null>([
  ...unsaid.split(" ").map((word) => [word, null] as const),
  ...yes.split(" ").map((word) => [word, "yes"] as const),
  ...no.split(" ").map((word) => [word, "no"] as const),
]);

/** Null when the cell is empty or does not say, undefined when it cannot be read. */
export function readReached(text: string): "yes" | "no" | null | undefined {
  return text === "" ? null : reachedByWord.get(lettersOf(text.normalize("NFD")));
}

/** Null when the cell is empty, undefined when that is no code: whatever else stands there may name somebody. */
export function readCode(text: string): string | null | undefined {
  const code = text
    .replace(/^(\d+)\.0+$/, "$1")
    .replace(/\s/g, "")
    .toUpperCase();
  if (code === "") return null;
  return code.length <= codeLimit.letters && /^[A-Z0-9][A-Z0-9._/-]*$/.test(code) ? code : undefined;
}

/** Whether a code is among those that count: 99381 is itself, 9938* is every code that begins so. None: all count. */
export function codeCounts(code: string, codes: readonly string[]): boolean {
  return (
    codes.length === 0 ||
    codes.some((each) => (each.endsWith("*") ? code.startsWith(each.slice(0, -1)) : code === each))
  );
}
