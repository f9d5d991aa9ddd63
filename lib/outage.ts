const broken = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EPIPE",
]);

// Classes 08 (connection), 40 (rolled back), 53 (out of resources), 58 (system), and single states: read only,
// cut off while idle, lock not had, shut down.
const passing = /^(08|40|53|58)...$|^(25006|25P03|55P03|57P0[1-5])$/;

/** Whether the database was away, or asks to try again: nothing is wrong with what we asked of it. */
export function isOutage(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause)
    if ("code" in e && typeof e.code === "string" && (broken.has(e.code) || passing.test(e.code)))
      return true;
  return false;
}
