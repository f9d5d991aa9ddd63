import { env } from "@/lib/env";

export interface KeyRing {
  /** The key that seals. */
  active: { id: number; key: Buffer };
  /** All keys that open, by id. */
  byId: Map<number, Buffer>;
}

let ring: KeyRing | undefined;
let indexKey: Buffer | undefined;

export function keyRing(): KeyRing {
  ring ??= parseKeyRing(env().PHI_KEYS);
  return ring;
}

export function blindIndexKey(): Buffer {
  indexKey ??= Buffer.from(env().INDEX_KEY, "base64");
  return indexKey;
}

/** `list` is "id:base64" items with commas between; the first one seals. */
export function parseKeyRing(list: string): KeyRing {
  const keys = list.split(",").map((item) => {
    const [id, base64] = item.split(":");
    return { id: Number(id), key: Buffer.from(base64 ?? "", "base64") };
  });
  const [active] = keys;
  if (!active) throw new Error("PHI_KEYS lists no key.");
  return { active, byId: new Map(keys.map(({ id, key }) => [id, key])) };
}
