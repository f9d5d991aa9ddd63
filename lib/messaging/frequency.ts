/** Send starts of earlier outreach that may have arrived, over all programs and campaigns. */
export interface EarlierOutreach {
  toPhone: Date[];
  toPatient: Date[];
}

export interface OutreachLimits {
  perDay: number;
  perWeek: number;
}

const aDay = 86_400_000;

/** How far back the limits look. */
export const longestPeriod = 7 * aDay;

/**
 * Null when one more outreach text may go to this phone and patient at `now`; else when it may. A day is any 24
 * hours and a week any seven days. The usual 1 and 3 are those of 47 CFR 64.1200(a)(9)(iv).
 */
export function nextOutreach(
  { toPhone, toPatient }: EarlierOutreach,
  { perDay, perWeek }: OutreachLimits,
  now: Date,
): Date | null {
  const latest = Math.max(
    ...[toPhone, toPatient].flatMap((starts) => [
      roomAgain(starts, perDay, aDay, now),
      roomAgain(starts, perWeek, longestPeriod, now),
    ]),
  );
  return latest > now.getTime() ? new Date(latest) : null;
}

/** When fewer than `most` of these lie within the period: 0 if that is so now. */
function roomAgain(starts: Date[], most: number, period: number, now: Date): number {
  const within = starts
    .map((start) => start.getTime() + period)
    .filter((leaves) => leaves > now.getTime())
    .sort((a, b) => b - a);
  return within[most - 1] ?? 0;
}
