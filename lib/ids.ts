import { v4, v7 } from "uuid";

let made = { msecs: 0, seq: 0 };

/** Sorts by the time it was made, so rows made together stand together; within a process, in the order of making. */
export function newId(): string {
  const random = sixteenRandomBytes();
  const msecs = Date.now();
  // Counted on from 31 random bits within a millisecond, and where the clock went back, as the library does it.
  made = msecs > made.msecs ? { msecs, seq: firstOf(random) } : { ...made, seq: made.seq + 1 };
  return v7({ random, ...made });
}

const firstOf = (random: Uint8Array) =>
  new DataView(random.buffer, random.byteOffset).getUint32(6) & 0x7fffffff;

let pool = new Uint8Array(0);

/** Asked for many at once: sixteen of them cost more than all the rest of an id. None is used twice. */
function sixteenRandomBytes(): Uint8Array {
  if (pool.length < 16) pool = crypto.getRandomValues(new Uint8Array(16 * 256));
  const bytes = pool.subarray(0, 16);
  pool = pool.subarray(16);
  return bytes;
}

/** Says nothing of when or where it was made: for what leaves the house, such as a client_ref. */
export const randomId = (): string => v4();

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (value: string): boolean => uuidShape.test(value);

/** The smallest UUIDv7 of that time: ids hold their time, so lists by id can begin there. */
export function firstIdAt(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
