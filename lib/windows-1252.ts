// Not TextDecoder: some versions of Node read windows-1252 as Latin-1, where these are controls.
const high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

const letters = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? (high[byte - 0x80] ?? "") : String.fromCharCode(byte),
);
const byteOf = new Map(letters.map((letter, byte) => [letter, byte]));

/** What Excel on Windows saves as plain CSV. */
export const fromWindows1252 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => letters[byte]).join("");

/** Undefined for what has a letter that this encoding lacks. Controls that stand for unassigned bytes are taken back. */
export function toWindows1252(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const byte = byteOf.get(text[i] ?? "") ?? (code < 256 ? code : undefined);
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}
