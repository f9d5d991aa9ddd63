import { v4, v7 } from "uuid";

/** Sorts by the time it was made, so rows made together stand together. */
export const newId = (): string => v7();

/** Says nothing of when or where it was made: for what leaves the house, such as a client_ref. */
export const randomId = (): string => v4();

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (value: string): boolean => uuidShape.test(value);

/** The smallest UUIDv7 of that time: ids hold their time, so lists by id can begin there. */
export function firstIdAt(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
