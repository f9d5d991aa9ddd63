import { type AskedRule, type Fault, type Rule, readRule } from "./fault";

/** What becomes of a text to a phone whose number ends so. `always`: even when the carrier is told to play no magic. */
export type Ending = { ending: string; word: string; rule: Rule; always: boolean };

// Patients of the seed have all of these endings: only three, which a pilot meets too, act without being asked.
const table: Record<string, [word: string, rule: AskedRule, always?: "always"]> = {
  "0180": ["throttled", { fault: "throttle" }],
  "0181": ["refused", { fault: "refuse", httpStatus: 422, code: "1430" }],
  "0182": ["error, not accepted", { fault: "error_before" }],
  "0183": ["error, yet accepted", { fault: "error_after" }],
  "0184": ["hangs, yet accepted", { fault: "hang", accepted: true }],
  "0185": ["hangs, not accepted", { fault: "hang", accepted: false }],
  "0186": ["reset, not accepted", { fault: "reset_before" }],
  "0187": ["reset, yet accepted", { fault: "reset_after" }],
  "0188": ["dripping answer", { fault: "slow_drip" }],
  "0189": ["huge answer", { fault: "huge_reply" }],
  "0190": ["opted out at the carrier", { fault: "reject", code: "1240" }, "always"],
  "0191": ["no such subscriber", { fault: "undeliverable", code: "1300" }, "always"],
  "0192": ["unreadable answer", { fault: "garbage_reply" }],
  "0193": ["arrives, but no receipt tells", { fault: "no_receipts" }, "always"],
  "0194": ["slow", { fault: "slow" }],
  "0195": ["receipt before the answer", { fault: "receipt_first" }],
  "0196": ["late receipts", { fault: "late_receipts" }],
  "0197": ["receipts five times", { fault: "duplicate_receipts" }],
  "0198": ["receipts in any order", { fault: "shuffled_receipts" }],
  "0199": ["texts us twice", { fault: "duplicate_inbound" }],
};

export const endings: readonly Ending[] = Object.entries(table).map(([ending, [word, asked, always]]) => {
  const rule = readRule(asked);
  if (typeof rule === "string") throw new Error(`The ending ${ending}: ${rule}`);
  return { ending, word, rule, always: always !== undefined };
});

const byEnding = new Map(endings.map((one) => [one.ending, one]));

export function endingOf(phone: string): Ending | undefined {
  return byEnding.get(phone.slice(-4));
}

/** For texts of an earlier run, of whose faults only the number's ending is still known. */
export function arrivesAt(phone: string): boolean {
  const ending = endingOf(phone);
  return !ending?.always || arrives([ending.rule]);
}

/** Whether the handset gets the text, so that a patient may answer it. */
export function arrives(faults: readonly Fault[]): boolean {
  return !faults.some(({ fault }) => fault === "reject" || fault === "undeliverable");
}
