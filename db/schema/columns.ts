import { customType, timestamp } from "drizzle-orm/pg-core";

/** Ciphertext made by lib/phi: nothing readable reaches the database. */
export const sealed = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** A keyed HMAC or hash: equal inputs are equal, nothing more can be read from it. */
export const digest = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** A transaction id that never wraps: with a snapshot's xmin it gives an order in which no row is missed. */
export const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => "xid8" });

export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** Lines of a file, as PostgreSQL writes ranges of whole numbers: {[1,501),[900,950)}. */
export const lineRanges = customType<{ data: string; driverData: string }>({
  dataType: () => "int4multirange",
});
