import { expect, test } from "vitest";
import { allowedOnly, trace } from "./log";

test("an error's message never reaches the log: it quotes what was asked for", () => {
  const error = new Error("insert failed, params: Rosa Marín, +12125550123", { cause: new Error("Rosa") });
  const traced = JSON.stringify(trace(error));
  expect(traced).not.toMatch(/Rosa|2125550123/);
  expect(traced).toContain("log.test.ts");
});

test("a field that is not on the list is not written down", () => {
  const fields = { threadId: "t1", count: 0, name: "Rosa Marín", body: "no siento al bebé" };
  expect(allowedOnly(fields)).toEqual({ threadId: "t1", count: 0 });
});
