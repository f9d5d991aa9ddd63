export type Encoding = "auto" | "text" | "unicode";

const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const extended = new Set("\f^{}\\[~]|€");

/** How many SMS parts a text takes. An escape pair (GSM) or a surrogate pair (UCS-2) is never cut in two. */
export function segmentsOf(text: string, encoding: Encoding = "auto"): number {
  const characters = [...text];
  const inGsm = characters.every((character) => basic.has(character) || extended.has(character));
  const gsm = encoding === "text" || (encoding === "auto" && inGsm);

  const sizes = characters.map((character) => (gsm ? (extended.has(character) ? 2 : 1) : character.length));
  const [alone, inParts] = gsm ? [160, 153] : [70, 67];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total <= alone ? 1 : partsOf(sizes, inParts);
}

function partsOf(sizes: number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > room) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}
