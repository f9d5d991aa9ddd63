import { toWindows1252 } from "@/lib/windows-1252";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const named: Record<string, string> = { amp: "&", quot: '"', apos: "'", lt: "<", gt: ">", nbsp: " " };

const plain = /^[\w .,@/:()'-]*$/;

export interface Letters {
  text: string;
  repaired: boolean;
  /** Some are gone for good: a question mark or a box stands inside a word. */
  lost: boolean;
}

/** UTF-8 that was once read as Windows-1252 ("JosÃ©"), also twice, and what web pages write for letters ("&#241;"). */
export function repairLetters(cell: string): Letters {
  // Nearly every cell, and there are millions.
  if (plain.test(cell)) return { text: cell, repaired: false, lost: false };
  let text = cell;
  // What C1 controls and Ã, Â, â, ð begin is what such damage looks like; everything else is left alone.
  for (let times = 0; times < 2 && /[ÃÂâÅÄð][\u0080-\u00BF\u0152-\u2122]/.test(text); times += 1) {
    const once = asUtf8(text);
    if (once === undefined) break;
    text = once;
  }
  if (text.includes("&")) text = text.replace(/&(#\d{2,6}|[a-z]{2,4});/gi, decodedEntity);
  return {
    text,
    repaired: text !== cell,
    lost: text.includes("\uFFFD") || /\p{L}\?\p{L}/u.test(text),
  };
}

function asUtf8(text: string): string | undefined {
  const bytes = toWindows1252(text);
  if (!bytes) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    // Not UTF-8 after all: these letters are meant.
    return undefined;
  }
}

function decodedEntity(entity: string, name: string): string {
  const code = Number(name.slice(1));
  if (!name.startsWith("#")) return named[name.toLowerCase()] ?? entity;
  return code > 31 && code < 0x10ffff ? String.fromCodePoint(code) : entity;
}
