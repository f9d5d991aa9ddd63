export interface Keyword {
  kind: "stop" | "help" | "start";
  language: "en" | "es" | "zh";
}

// The words that 47 CFR 64.1200(a)(10) names, those of the carriers, and their Spanish and Chinese kin. YES is
// not among them: patients confirm visits with it.
const words: Record<string, Keyword> = {};
const add = (kind: Keyword["kind"], language: Keyword["language"], list: string) => {
  for (const word of list.split(" ")) words[word] = { kind, language };
};
add("stop", "en", "stop stopall unsubscribe cancel end quit revoke optout remove");
add("stop", "es", "alto parar pare cancelar baja");
add("stop", "zh", "退订 停止");
add("help", "en", "help info");
add("help", "es", "ayuda");
add("help", "zh", "帮助");
add("start", "en", "start unstop");
add("start", "es", "inicio comenzar");
add("start", "zh", "开始");

/** The keyword that is the whole text, whatever its case, accents, punctuation or width; else undefined. */
export function keywordOf(text: string): Keyword | undefined {
  const bare = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  return Object.hasOwn(words, bare) ? words[bare] : undefined;
}
