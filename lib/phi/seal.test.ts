import { expect, test } from "vitest";
import { memberIndex, phoneIndex } from "./blind-index";
import { parseKeyRing } from "./keys";
import { open, seal } from "./seal";

const key = (n: number) => Buffer.alloc(32, n).toString("base64");
const row = "0198c0de-0000-7000-8000-000000000001";

test("what was sealed opens in its place, and shows nothing on the way", () => {
  const value = seal("patients.name", row, "Rosa Marín");
  expect(value.toString("latin1")).not.toContain("Rosa");
  expect(open("patients.name", row, value)).toBe("Rosa Marín");
});

test("the same words sealed twice look different", () => {
  expect(seal("patients.name", row, "Rosa").equals(seal("patients.name", row, "Rosa"))).toBe(false);
});

test("a value moved to another column or row does not open", () => {
  const value = seal("patients.name", row, "Rosa");
  expect(() => open("patients.birth_date", row, value)).toThrow();
  expect(() => open("patients.name", "0198c0de-0000-7000-8000-000000000002", value)).toThrow();
});

test("an altered value does not open", () => {
  const value = seal("patients.name", row, "Rosa");
  for (const at of [0, 1, 5, 20, value.length - 1]) {
    const altered = Buffer.from(value);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(() => open("patients.name", row, altered)).toThrow();
  }
});

test("after a new key comes first, old values still open and new ones need it", () => {
  const before = parseKeyRing(`1:${key(1)}`);
  const after = parseKeyRing(`2:${key(2)},1:${key(1)}`);
  const old = seal("patients.name", row, "Rosa", before);
  expect(open("patients.name", row, old, after)).toBe("Rosa");
  expect(() => open("patients.name", row, seal("patients.name", row, "Rosa", after), before)).toThrow(
    "PHI_KEYS",
  );
});

test("equal values meet in the index, different ones and different kinds do not", () => {
  expect(phoneIndex("+12125550123").equals(phoneIndex("+12125550123"))).toBe(true);
  expect(phoneIndex("+12125550123").equals(phoneIndex("+12125550124"))).toBe(false);
  expect(phoneIndex("A1").equals(memberIndex("A1"))).toBe(false);
  expect(memberIndex(" vc100 ").equals(memberIndex("VC100"))).toBe(true);
});
