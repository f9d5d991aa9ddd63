import { type Calendar, minutes } from "./calendar";
import type { Dice } from "./dice";
import type { Household } from "./people";
import type { Opening } from "./phrases";

/** What nobody in the product knows of a member: how they would behave, texted or not. */
export interface Nature {
  /** Acts within the window without any text: on which of its days. */
  actsOnDay: number | null;
  /** Acts outside the window, where it does not count: before it, or after. */
  actsOutsideOnDay: number | null;
  /** Acts because of a text, so many days after it; only who does not act anyway. */
  persuadedAfterDays: number | null;
  /** What they write back when a text reaches them. */
  says: Opening | null;
  replyAfter: number;
  stops: boolean;
  /** Claims reach us after so many days; null when they never do. */
  claimAfterDays: number | null;
}

const openings: Readonly<Record<Opening, number>> = {
  call: 0.4,
  question: 0.17,
  schedule: 0.16,
  ride: 0.06,
  went: 0.06,
  thanks: 0.1,
  wrong: 0.018,
  enough: 0.01,
  help: 0.015,
};

export function natureOf({ program: { plan } }: Household, dice: Dice): Nature {
  // All of it is drawn for everybody: another share here changes nobody's other traits.
  const drawn = {
    acts: dice.yes(plan.acts),
    actsOnDay: dice.whole(1, 29),
    persuaded: dice.next(),
    persuadedAfterDays: Math.min(27, 1 + Math.floor(dice.delay(7, 0.8))),
    outside: dice.next(),
    dayBefore: -dice.whole(3, 40),
    dayAfter: dice.whole(33, 62),
    stops: dice.yes(0.018),
    answers: dice.yes(0.315),
    says: dice.weighted(openings),
    replyAfter: Math.max(0.5, dice.delay(28, 1.6)) * minutes,
    claimed: dice.yes(0.98),
    claimAfterDays: dice.whole(2, 9),
  };
  const says = drawn.answers && !drawn.stops ? drawn.says : null;
  // Who answers is easier to move: that replies and actions go together says nothing of causes.
  const persuadable = !drawn.acts && drawn.persuaded < plan.persuadable * (says ? 1.7 : 0.65);
  const after = !drawn.acts && drawn.outside < 0.14 ? drawn.dayAfter : null;
  return {
    actsOnDay: drawn.acts ? drawn.actsOnDay : null,
    actsOutsideOnDay: drawn.outside < 0.03 ? drawn.dayBefore : after,
    persuadedAfterDays: persuadable ? drawn.persuadedAfterDays : null,
    says,
    replyAfter: drawn.replyAfter,
    stops: drawn.stops,
    claimAfterDays: drawn.claimed ? drawn.claimAfterDays : null,
  };
}

/** The day (as the calendar counts) on which a member acts within the window; null also when it is still to come. */
export function actDayOf(
  { wave }: Household,
  nature: Nature,
  reached: boolean,
  calendar: Calendar,
): number | null {
  const days = nature.actsOnDay ?? (reached ? nature.persuadedAfterDays : null);
  const opens = calendar.dayOf(wave.launchedAt);
  if (days === null || opens + days > calendar.today) return null;
  return Math.max(opens + 1, calendar.weekdayUpTo(opens + days));
}
