const whole = new Intl.NumberFormat("en-US");

/** "1 person", "1,204 people" */
export const people = (n: number): string => `${whole.format(n)} ${n === 1 ? "person" : "people"}`;

/** Whole cents, as money is read: "$12.03". */
export const money = (micros: number): string =>
  (micros / 1_000_000).toLocaleString("en-US", { style: "currency", currency: "USD" });
