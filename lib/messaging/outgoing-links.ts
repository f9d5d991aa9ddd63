import { blank } from "./bare-letters";
import { allowedLinks } from "./outgoing-words";
import type { Finding } from "./types";

// After a missing space the next word would make a link of two, so only what ends no sentence counts without a path.
const endings =
  "com|org|net|gov|edu|info|biz|io|ly|us|co|app|care|health|clinic|healthcare|doctor|online|site|page|link|xyz|dev|tv";
const label = String.raw`[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?`;
const rest = String.raw`[^\s，。！？）]`;
const addresses = new RegExp(
  String.raw`(?:https?:\/\/|www\.)${rest}+` +
    String.raw`|(?<![\p{L}\p{N}@.-])(?:${label}\.){1,6}(?:(?:${endings})(?![\p{L}\p{N}])(?:\/${rest}*)?|[a-z]{2,10}\/${rest}+)` +
    String.raw`|(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])(?::\d+)?(?:\/${rest}*)?`,
  "giu",
);
// "Call us.Health first" is a missing space: a word with a capital after one without.
const isTwoSentences = (address: string) => /^[^/]*\p{Ll}\.\p{Lu}\p{Ll}/u.test(address);

/** Links to anywhere but the allowed hosts, and the text without any links. */
export function linkFindings(text: string, allowed: readonly string[]): { found: Finding[]; rest: string } {
  const hosts = [...allowedLinks, ...allowed].map((host) => host.toLowerCase());
  const found: Finding[] = [];
  const without = text.replace(addresses, (address) => {
    if (isTwoSentences(address)) return address;
    const link = address.replace(/[.,;:!?)'"]+$/, "");
    const host = hostOf(link);
    if (!hosts.some((known) => host === known || host?.endsWith(`.${known}`)))
      found.push({
        code: "link",
        quote: link,
        sentence: `“${link}” is a link. This program does not allow links to it. Leave it out, or have a manager allow its host in the settings.`,
      });
    return blank(address);
  });
  return { found, rest: without };
}

function hostOf(link: string): string | undefined {
  const whole = /^https?:\/\//i.test(link) ? link : `https://${link}`;
  return URL.canParse(whole) ? new URL(whole).hostname.toLowerCase() : undefined;
}
