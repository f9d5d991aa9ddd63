import { randomInt } from "node:crypto";
import { businessNow } from "@/lib/clock";
import type { Ctx } from "@/lib/context";
import { connection } from "@/lib/database";
import { log, trace } from "@/lib/log";
import { type Loop, loops } from "./table";

const longestRest = 5_000;
/** What is under way gets this long when the worker stops; orchestrators usually kill later than that. */
const longestFinish = 35_000;

/** Runs every loop until the process is told to stop; then finishes what is in hand and returns. */
export async function runWorker(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());
  // Started by another process and left behind by it: nobody would ever stop us.
  process.once("disconnect", () => stop.abort());

  log.info("worker ready", { count: loops.length });
  await Promise.all(loops.map((loop) => runLoop(loop, stop.signal)));
  await Promise.race([Promise.all(loops.map((loop) => loop.finish?.())), deadline(longestFinish)]);
  await connection().close();
  log.info("worker stopped");
}

/** Again at once while there was something to do, else after a rest; after a fault, after longer and longer ones. */
async function runLoop(loop: Loop, stopped: AbortSignal): Promise<void> {
  let faults = 0;
  while (!stopped.aborted) {
    try {
      const done = await loop.run(contextOf(loop), stopped);
      faults = 0;
      if (done === 0) await rest(loop.restMilliseconds, stopped);
    } catch (error) {
      faults += 1;
      log.error("a loop failed and will try again", { loop: loop.name, failed: faults, ...trace(error) });
      await rest(randomInt(Math.min(longestRest, 100 * 2 ** Math.min(faults, 10))), stopped);
    }
  }
}

const contextOf = (loop: Loop): Ctx => ({
  actor: { kind: "loop", name: loop.name },
  db: connection().db,
  now: businessNow(),
});

const deadline = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());

function rest(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopped.aborted) return resolve();
    const wake = () => {
      clearTimeout(timer);
      stopped.removeEventListener("abort", wake);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    stopped.addEventListener("abort", wake);
  });
}
