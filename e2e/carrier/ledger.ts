import { openJournal } from "./journal";

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

/** The referee of tests: every accepted text, once, in order. */
export function openLedger(path: string) {
  const journal = openJournal<LedgerLine>(path);

  return {
    append(text: Omit<LedgerLine, "n" | "at">): LedgerLine {
      const line = { n: (journal.lines.at(-1)?.n ?? 0) + 1, at: new Date().toISOString(), ...text };
      journal.append(line);
      return line;
    },
    lines(to?: string): readonly LedgerLine[] {
      return to === undefined ? journal.lines : journal.lines.filter((line) => line.to === to);
    },
    close: journal.close,
  };
}
