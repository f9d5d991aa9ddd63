import { createHmac, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { hmac } from "./blind-index";

test.each([16, 32, 64])("a keyed index is HMAC-SHA-256, with a key of %i bytes", (size) => {
  const key = randomBytes(size);
  for (const text of ["", "phone\u0000+12125550123", "name\u0000núñez", "row\u0000".padEnd(9_000, "ñ"), "a"])
    expect(hmac(key, text)).toEqual(createHmac("sha256", key).update(text).digest());
});

test("another key gives another index, and the first one its own again", () => {
  const [one, two] = [randomBytes(32), randomBytes(32)];
  const first = hmac(one, "member\u0000VC1");
  expect(hmac(two, "member\u0000VC1")).not.toEqual(first);
  expect(hmac(one, "member\u0000VC1")).toEqual(first);
});
