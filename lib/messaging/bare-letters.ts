/** Small letters without accents, but ñ, and as long as before: places in it are places in the text. */
export function bareLetters(text: string): string {
  return text.replace(/[A-Z\u0080-\uffff]/g, (letter) => {
    const small = letter.toLowerCase();
    const bare = small === "ñ" ? small : small.normalize("NFD").replace(/\p{M}/gu, "");
    return bare.length === letter.length ? bare : letter;
  });
}

/** As long as what stood there, so that nothing grows together. */
export const blank = (found: string): string => " ".repeat(found.length);

/** Ready to stand in a pattern. */
export const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
