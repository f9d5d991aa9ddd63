import { createHmac } from "node:crypto";
import { blindIndexKey } from "./keys";

/** HMAC-SHA-256 under a key of its own: equal values meet, and without the key nothing can be tried out. */
function keyed(kind: string, value: string): Buffer {
  return createHmac("sha256", blindIndexKey()).update(`${kind}\u0000${value}`).digest();
}

/** `e164` such as +12125550123. */
export const phoneIndex = (e164: string): Buffer => keyed("phone", e164);

export const memberIndex = (memberNumber: string): Buffer =>
  keyed("member", memberNumber.trim().toUpperCase());

/** `birthDate` is YYYY-MM-DD. */
export const birthIndex = (birthDate: string): Buffer => keyed("birth", birthDate);

/** Of the beginning of a name's part, shortened to 48 bits: a hit is looked at again once it is unsealed. */
export const namePrefixIndex = (prefix: string): number => keyed("name", prefix).readUIntBE(0, 6);

/** Of a roster row after normalising: the same row again has the same digest. */
export const rowDigest = (normalised: string): Buffer => keyed("row", normalised);

/** Of what somebody typed as their account: attempts are counted without keeping the address. */
export const accountDigest = (email: string): Buffer => keyed("account", email.trim().toLowerCase());

/** Of a request's content: the same idempotency key with another content is refused. */
export const requestDigest = (content: string): Buffer => keyed("request", content);
