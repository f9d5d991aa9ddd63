import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type KeyRing, keyRing } from "./keys";

/** Where a sealed value belongs. A value moved to another column or row no longer opens. */
export type Place = `${string}.${string}`;

const version = 1;

/** AES-256-GCM, stored as version, key id, 96-bit random nonce, tag, ciphertext. `row` is the row's id. */
export function seal(place: Place, row: string, text: string, ring: KeyRing = keyRing()): Buffer {
  const nonce = nextNonce();
  const cipher = createCipheriv("aes-256-gcm", ring.active.key, nonce);
  cipher.setAAD(binding(place, row));
  const body = cipher.update(text, "utf8");
  // In this mode nothing is left over: what comes at the end is the tag.
  cipher.final();
  return Buffer.concat([Buffer.of(version, ring.active.id), nonce, cipher.getAuthTag(), body]);
}

let pool = Buffer.alloc(0);

/** Random bytes are asked for many at once: twelve of them cost as much as sealing does. None is used twice. */
function nextNonce(): Buffer {
  if (pool.length < 12) pool = randomBytes(12 * 512);
  const nonce = pool.subarray(0, 12);
  pool = pool.subarray(12);
  return nonce;
}

/** Throws when the value was altered, moved, or sealed with a key that the ring lacks. */
export function open(place: Place, row: string, value: Buffer, ring: KeyRing = keyRing()): string {
  const key = ring.byId.get(value[1] ?? 0);
  if (value[0] !== version || !key)
    throw new Error(`A sealed value of ${place} needs a key that is not in PHI_KEYS.`);
  const decipher = createDecipheriv("aes-256-gcm", key, value.subarray(2, 14));
  decipher.setAAD(binding(place, row));
  decipher.setAuthTag(value.subarray(14, 30));
  return decipher.update(value.subarray(30), undefined, "utf8") + decipher.final("utf8");
}

const binding = (place: Place, row: string) => Buffer.from(`${place}:${row}`);
