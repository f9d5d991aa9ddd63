import type { Dice } from "./dice";

export interface Ids {
  /** A UUIDv7 of that moment: by id is in order of time. */
  at(time: number): string;
  /** A UUIDv4: says nothing of when. */
  random(): string;
}

/**
 * `ahead` is how many milliseconds business time is ahead of the machine's, which live ids are made of: both kinds
 * then sort as one, and a reply never stands above the text that it answers.
 */
export function idsOf(dice: Dice, ahead = 0): Ids {
  const hex = (digits: number) => {
    let all = "";
    while (all.length < digits) all += dice.whole(0, 0xffff).toString(16).padStart(4, "0");
    return all.slice(0, digits);
  };
  const variant = () => dice.pick(["8", "9", "a", "b"]);
  return {
    at(time) {
      const clock = Math.floor(time - ahead)
        .toString(16)
        .padStart(12, "0");
      return `${clock.slice(0, 8)}-${clock.slice(8)}-7${hex(3)}-${variant()}${hex(3)}-${hex(12)}`;
    },
    random: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${variant()}${hex(3)}-${hex(12)}`,
  };
}
