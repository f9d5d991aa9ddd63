import { expect, test } from "vitest";
import { isPageRead } from "./page-reads";

test("what the router reads waits for the connection, what somebody sends does not", () => {
  expect(isPageRead({ headers: { rsc: "1", "next-url": "/inbox" } })).toBe(true);
  expect(isPageRead({ headers: new Headers({ RSC: "1" }), method: "GET" })).toBe(true);
  expect(isPageRead({ method: "POST", headers: { rsc: "1", "next-action": "x" } })).toBe(false);
  expect(isPageRead({ headers: { "Content-Type": "application/json" } })).toBe(false);
  expect(isPageRead(undefined)).toBe(false);
});
