/** A key as it stands on the keyboard: "mod+shift+Enter" is Ctrl, Shift and Enter, on a Mac ⌘, Shift and Enter. */
export function keyCaps(key: string, mac: boolean): string[] {
  return key.split("+").map((part) => {
    if (part === "mod") return mac ? "⌘" : "Ctrl";
    if (part.length === 1) return part.toUpperCase();
    return part.charAt(0).toUpperCase() + part.slice(1);
  });
}

/** Commands whose words have every part that was typed, those that begin with it first. */
export function matching<T extends { words: string }>(commands: readonly T[], typed: string): T[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const found = commands.filter(({ words }) => parts.every((part) => words.toLowerCase().includes(part)));
  const begins = ({ words }: T) => (words.toLowerCase().startsWith(typed.trim().toLowerCase()) ? 0 : 1);
  return found.toSorted((a, b) => begins(a) - begins(b));
}
