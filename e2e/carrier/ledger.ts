import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from "node:fs";
import { dirname } from "node:path";

export type LedgerLine = {
  n: number;
  at: string;
  message_uuid: string;
  client_ref: string | null;
  from: string;
  to: string;
  text: string;
};

export type Ledger = ReturnType<typeof openLedger>;

/** The referee of tests: every accepted text, once, in order, in a file that is only ever appended to. */
export function openLedger(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  const lines = readLines(path);
  const file = openSync(path, "a", 0o600);

  return {
    /** Returns when the line is with the operating system: killing the carrier does not lose it. */
    append(text: Omit<LedgerLine, "n" | "at">): LedgerLine {
      const line = { n: (lines.at(-1)?.n ?? 0) + 1, at: new Date().toISOString(), ...text };
      writeSync(file, `${JSON.stringify(line)}\n`);
      lines.push(line);
      return line;
    },
    lines(to?: string): readonly LedgerLine[] {
      return to === undefined ? lines : lines.filter((line) => line.to === to);
    },
    close() {
      closeSync(file);
    },
  };
}

function readLines(path: string): LedgerLine[] {
  if (!existsSync(path)) return [];
  const content = readFileSync(path);
  const end = content.lastIndexOf("\n") + 1;

  // Half a line is a text that was never answered with 202: the process died while writing it.
  if (end < content.length) truncateSync(path, end);
  const complete = content.subarray(0, end).toString("utf8");
  return complete
    .split("\n")
    .filter((line) => line !== "")
    .map((line): LedgerLine => JSON.parse(line));
}
