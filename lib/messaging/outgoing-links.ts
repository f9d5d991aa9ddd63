import { blank } from "./bare-letters";
import { allowedLinks } from "./outgoing-words";
import type { Finding } from "./types";

// In these, a missing space after a full stop would make a link of two words, so they need a path.
const addresses =
  /(?:https?:\/\/|www\.)[^\s，。！？）]+|(?<![\p{L}\p{N}@.-])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?:(?:com|org|net|gov|edu|info|io|ly)(?![\p{L}\p{N}])(?:\/[^\s，。！？）]*)?|[a-z]{2,10}\/[^\s，。！？）]+)/giu;

/** Links to anywhere but the allowed hosts, and the text without any links. */
export function linkFindings(text: string, allowed: readonly string[]): { found: Finding[]; rest: string } {
  const hosts = [...allowedLinks, ...allowed].map((host) => host.toLowerCase());
  const found: Finding[] = [];
  const rest = text.replace(addresses, (address) => {
    const link = address.replace(/[.,;:!?)'"]+$/, "");
    const host = hostOf(link);
    if (!hosts.some((known) => host === known || host?.endsWith(`.${known}`)))
      found.push({
        code: "link",
        quote: link,
        sentence: `“${link}” is a link. Links in texts are not allowed here yet.`,
      });
    return blank(address);
  });
  return { found, rest };
}

function hostOf(link: string): string | undefined {
  const whole = /^https?:\/\//i.test(link) ? link : `https://${link}`;
  return URL.canParse(whole) ? new URL(whole).hostname.toLowerCase() : undefined;
}
