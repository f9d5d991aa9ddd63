import { hash } from "node:crypto";
import { blindIndexKey } from "./keys";

/** HMAC-SHA-256 under a key of its own: equal values meet, and without the key nothing can be tried out. */
const keyed = (kind: string, value: string): Buffer => hmac(blindIndexKey(), `${kind}\u0000${value}`);

const block = 64;
let inner = Buffer.alloc(0);
let outer = Buffer.alloc(0);
let preparedFor: Buffer | undefined;

/** RFC 2104 by two hashes in one go each: an object that hashes costs twice as much, and a roster takes half a million. */
export function hmac(key: Buffer, text: string): Buffer {
  const length = Buffer.byteLength(text);
  if (preparedFor !== key || inner.length < block + length) prepare(key, length);
  inner.write(text, block);
  outer.write(hash("sha256", inner.subarray(0, block + length), "binary"), block, "latin1");
  return Buffer.from(hash("sha256", outer, "binary"), "latin1");
}

/** `key` has at most 64 bytes. */
function prepare(key: Buffer, longest: number): void {
  inner = Buffer.alloc(block + Math.max(longest, 2_000), 0x36);
  outer = Buffer.alloc(block + 32, 0x5c);
  for (const [i, byte] of key.entries()) {
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  preparedFor = key;
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
