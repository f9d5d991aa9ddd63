import { clockTime } from "@/components/ui/time-words";
import type { Cover } from "@/lib/programs/types";

/** "Dana Ortiz covers until 5:00 pm"; null while nobody says so. */
export function coverWords(covers: readonly Cover[]): string | null {
  const running = covers.flatMap(({ by, program, zone }) => (by ? [{ ...by, program, zone }] : []));
  const [first] = running;
  if (!first) return null;
  const names = new Set(running.map((cover) => cover.name));
  if (names.size > 1) return `${[...names].slice(0, 3).join(", ")} cover`;
  const who = first.mine ? "You cover" : `${first.name} covers`;
  const [only] = new Set(running.map((cover) => clockTime(new Date(cover.until), cover.zone)));
  const until = new Set(running.map((cover) => cover.until)).size === 1 ? ` until ${only}` : "";
  const where = running.length < covers.length ? ` ${running.map((cover) => cover.program).join(", ")}` : "";
  return `${who}${where}${until}`;
}
