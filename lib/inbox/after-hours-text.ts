interface Closed {
  /** The name that the program's texts use. */
  brand: string;
  /** When somebody is there again; null where nobody is expected. */
  opensAt: Date | null;
  /** IANA zone in which that is told. */
  zone: string;
}

/**
 * What answers a text while nobody is there, by language; English where there is none. Neutral, and no symptom is
 * named. GSM-7 where the language allows it: 160 characters for one segment, 153 for each of several.
 */
export function afterHoursText(language: string, { brand, opensAt, zone }: Closed): string {
  const primary = language.slice(0, 2);
  if (primary === "es")
    return `${brand}: recibimos su mensaje. Nadie lo lee ahora. ${opensAt ? `Volvemos el ${when("es", opensAt, zone)}.` : "Le contestamos luego."} En una emergencia llame al 911. En una crisis llame o escriba al 988.`;
  if (primary === "zh")
    return `${brand}：已收到您的短信。现在无人查看。${opensAt ? `${when("zh", opensAt, zone)}回来。` : ""}紧急情况请打911，危机求助请打988。`;
  return `${brand}: we got your text. Nobody reads texts now. ${opensAt ? `We are back ${when("en", opensAt, zone)}.` : "We answer later."} In an emergency call 911. In a crisis call or text 988.`;
}

function when(language: "en" | "es" | "zh", at: Date, zone: string): string {
  const words = new Intl.DateTimeFormat(language === "en" ? "en-US" : language, {
    ...{ timeZone: zone, weekday: "long", hour: "numeric", minute: "2-digit", hour12: language === "en" },
  }).format(at);
  // GSM-7 has é and ñ, but not á; and the narrow spaces of some systems are not in it either.
  return words
    .replaceAll(/[\u00a0\u202f]/g, " ")
    .replaceAll("á", "a")
    .replace(" AM", " am")
    .replace(" PM", " pm");
}
