import { closeSync, ftruncateSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { readLines } from "./journal";

/**
 * What was still to be delivered when the carrier stopped. The file is opened at once and kept open: a test may
 * remove its folder while the carrier is stopping.
 */
export function openPending<Line>(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  const lines = readLines<Line>(path);
  const file = openSync(path, "a", 0o600);

  return {
    lines,
    clear: () => ftruncateSync(file),
    save(pending: readonly Line[]) {
      ftruncateSync(file);
      if (pending.length > 0) writeSync(file, pending.map((line) => `${JSON.stringify(line)}\n`).join(""));
      closeSync(file);
    },
  };
}
