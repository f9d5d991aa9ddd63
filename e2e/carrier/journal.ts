import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

export type Journal<Line> = {
  lines: readonly Line[];
  append: (line: Line) => void;
};

/** A file of JSON lines that is only ever appended to; with `fsync`, the disk has each line before we go on. */
export function openJournal<Line>(
  path: string,
  { fsync = false } = {},
): Journal<Line> & { close: () => void } {
  mkdirSync(dirname(path), { recursive: true });
  const lines = readLines<Line>(path);
  const file = openSync(path, "a", 0o600);

  return {
    lines,
    /** Returns when the line is with the operating system: killing the carrier does not lose it. */
    append(line) {
      writeSync(file, `${JSON.stringify(line)}\n`);
      if (fsync) fsyncSync(file);
      lines.push(line);
    },
    close() {
      closeSync(file);
    },
  };
}

export function readLines<Line>(path: string): Line[] {
  if (!existsSync(path)) return [];
  const content = readFileSync(path);
  const end = content.lastIndexOf("\n") + 1;

  // Half a line was never acted upon: the process died while writing it.
  if (end < content.length) truncateSync(path, end);
  const complete = content.subarray(0, end).toString("utf8");
  return complete
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Line => JSON.parse(line));
}
