const whole = new Intl.NumberFormat("en-US");

/** "212 of 640 (33 %)"; without a percentage when there is nobody to count. */
export function share(count: number, of: number, words?: string) {
  const said = `${whole.format(count)} of ${whole.format(of)}${words ? ` ${words}` : ""}`;
  return of > 0 ? `${said} (${percent(count, of)})` : said;
}

// Rounding must never claim "all" or "none" where some are missing.
function percent(count: number, of: number) {
  const exact = (count / of) * 100;
  if (count > 0 && exact < 1) return "under 1\u00a0%";
  if (count < of && exact > 99) return "over 99\u00a0%";
  return `${Math.round(exact)}\u00a0%`;
}
