import { whenOrphanedByNpm } from "./orphan";
import { printFailure } from "./progress";

/** What has been started, in order; `stopAll` stops it in reverse, once, whatever happens in between. */
export interface Lifetime {
  add(stop: () => Promise<void>): void;
  stopAll(): Promise<void>;
}

/**
 * Runs `main` and ends the process with the code that it returns, everything stopped first: after it, after a
 * failure anywhere, and on a signal. `lastWords` is printed at the very end.
 */
export function runToTheEnd(
  main: (life: Lifetime) => Promise<number>,
  { farewell, lastWords }: { farewell?: string; lastWords?: (failed: boolean) => string } = {},
): void {
  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const life: Lifetime = {
    add: (stop) => {
      if (stopping === undefined) stops.push(stop);
      else stop().catch(printFailure);
    },
    stopAll: () => {
      stopping ??= stopInReverse(stops);
      return stopping;
    },
  };
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    await life.stopAll();
    if (lastWords) console.log(lastWords(code !== 0));
    process.exit(code);
  };
  const fail = (error: unknown) => {
    if (!ending) printFailure(error);
    void end(1);
  };
  // The terminal may be gone while its children are still to be stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  process.on("uncaughtException", fail).on("unhandledRejection", fail);
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)
    process.on(signal, () => {
      if (farewell && !ending) console.log(`\n${farewell}`);
      void end(code);
    });
  whenOrphanedByNpm(() => void end(143));
  main(life).then(end, fail);
}

async function stopInReverse(stops: (() => Promise<void>)[]): Promise<void> {
  for (const stop of stops.reverse()) await stop().catch(printFailure);
}
