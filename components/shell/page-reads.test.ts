import { expect, test } from "vitest";
import { isPageRead, readAddress } from "./page-reads";

test("what the router reads waits for the connection, what somebody sends does not", () => {
  expect(isPageRead({ headers: { rsc: "1", "next-url": "/inbox" } })).toBe(true);
  expect(isPageRead({ headers: new Headers({ RSC: "1" }), method: "GET" })).toBe(true);
  expect(isPageRead({ method: "POST", headers: { rsc: "1", "next-action": "x" } })).toBe(false);
  expect(isPageRead({ headers: { "Content-Type": "application/json" } })).toBe(false);
  expect(isPageRead(undefined)).toBe(false);
});

test("a read is known by its path and search; what is fetched ahead is none", () => {
  const headers = { rsc: "1" };
  const read = (path: string, more = {}) =>
    readAddress(new URL(path, "https://care.example"), { headers: { ...headers, ...more } });
  expect(read("/inbox/a?view=mine&_rsc=x1")).toBe("/inbox/a?view=mine");
  expect(read("/inbox?_rsc=x1")).toBe("/inbox");
  expect(read("/inbox?_rsc=x1", { "next-router-prefetch": "1" })).toBe(null);
  expect(readAddress("https://care.example/api/presence", undefined)).toBe(null);
});
