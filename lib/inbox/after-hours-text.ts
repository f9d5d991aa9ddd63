import { safetyText } from "./safety-text";

interface Closed {
  /** The name that the program's texts use. */
  brand: string;
  /** When somebody is there again; null where nobody is expected. */
  opensAt: Date | null;
  /** IANA zone in which that is told. */
  zone: string;
}

/** What answers a text while nobody is there, with when somebody is, in a language that its reader has. */
export function afterHoursText(language: string, { brand, opensAt, zone }: Closed): string {
  const back = opensAt && when(language.slice(0, 2), opensAt, zone);
  return safetyText("after_hours", language, { brand, back });
}

function when(primary: string, at: Date, zone: string): string {
  if (primary === "es") return `el ${dayOf("es", at, zone)} a las ${hourOf("es", at, zone)}`;
  if (primary === "zh") return `${dayOf("zh", at, zone)}${hourOf("zh", at, zone)}`;
  return `${dayOf("en-US", at, zone)} at ${hourOf("en-US", at, zone)}`;
}

// GSM-7 has é, but not á; and the narrow spaces of some systems are not in it either.
const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, " ").replaceAll("á", "a");

const dayOf = (language: string, at: Date, timeZone: string): string =>
  plain(new Intl.DateTimeFormat(language, { timeZone, weekday: "long" }).format(at));

const hourOf = (language: string, at: Date, timeZone: string): string =>
  plain(
    new Intl.DateTimeFormat(language, {
      ...{ timeZone, hour: "numeric", minute: "2-digit", hour12: language === "en-US" },
    }).format(at),
  );
