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

export type LedgerSummary = {
  count: number;
  /** `n` of the newest line, 0 when there is none. */
  last: number;
  clientRefs: number;
  withoutRef: number;
  doubledCount: number;
  /** The first thousand of them. */
  doubled: { client_ref: string; times: number }[];
};

export type Ledger = ReturnType<typeof openLedger>;

const mostDoubledShown = 1000;

/** The referee of tests: every accepted text, once, in order. */
export function openLedger(path: string, durability: { fsync: boolean }) {
  const journal = openJournal<LedgerLine>(path, durability);
  const linesTo = new Map<string, LedgerLine[]>();
  const timesOf = new Map<string, number>();
  const doubled = new Set<string>();
  let withoutRef = 0;
  for (const line of journal.lines) index(line);

  function index(line: LedgerLine) {
    const earlier = linesTo.get(line.to);
    if (earlier) earlier.push(line);
    else linesTo.set(line.to, [line]);
    if (line.client_ref === null) {
      withoutRef += 1;
      return;
    }
    const times = (timesOf.get(line.client_ref) ?? 0) + 1;
    timesOf.set(line.client_ref, times);
    if (times > 1) doubled.add(line.client_ref);
  }

  return {
    append(text: Omit<LedgerLine, "n" | "at">): LedgerLine {
      const line = { n: (journal.lines.at(-1)?.n ?? 0) + 1, at: new Date().toISOString(), ...text };
      journal.append(line);
      index(line);
      return line;
    },
    lines({ to, after = 0, limit }: { to?: string; after?: number; limit?: number } = {}): LedgerLine[] {
      const lines = to === undefined ? journal.lines : (linesTo.get(to) ?? []);
      const start = firstAfter(lines, after);
      return lines.slice(start, limit === undefined ? undefined : start + limit);
    },
    summary: (): LedgerSummary => ({
      count: journal.lines.length,
      last: journal.lines.at(-1)?.n ?? 0,
      clientRefs: timesOf.size,
      withoutRef,
      doubledCount: doubled.size,
      doubled: [...doubled]
        .slice(0, mostDoubledShown)
        .map((client_ref) => ({ client_ref, times: timesOf.get(client_ref) ?? 0 })),
    }),
    count: () => journal.lines.length,
    close: journal.close,
  };
}

/** By halves: a ledger of a benchmark is asked for its newest lines again and again. */
function firstAfter(lines: readonly LedgerLine[], n: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.n ?? 0) > n) high = middle;
    else low = middle + 1;
  }
  return low;
}
