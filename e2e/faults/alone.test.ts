import { expect, test } from "vitest";
import { cloneDatabase } from "@/db/testing/template";
import { playSmall } from "./small-run";

test("a worker that is killed, frozen, cut off, stopped or misled loses and doubles nothing", async () => {
  const { url, drop } = await cloneDatabase();
  const { held, said } = await playSmall(["F1", "F7", "F21", "F22", "F25", "F26", "F27"], url);
  await drop();
  expect(held, said).toBe(true);
}, 480_000);
