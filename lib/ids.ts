import { v4, v7 } from "uuid";

/** Sorts by the time it was made, so rows made together stand together. */
export const newId = (): string => v7();

/** Says nothing of when or where it was made: for what leaves the house, such as a client_ref. */
export const randomId = (): string => v4();

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isId = (value: string): boolean => uuidShape.test(value);
