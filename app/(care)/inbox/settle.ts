/** A row as it stands on the screen: `gone` when it is no longer in this part of the inbox. */
export type Settled<Row> = Row & { gone: boolean };

export interface Shown<Row> {
  rows: Settled<Row>[];
  /** How many have come that do not stand on the screen yet. */
  fresh: number;
}

/**
 * What stands on the screen when the server's rows have changed. While somebody points at the list nothing moves: rows
 * are brought up to date where they stand, those that left stay greyed, and what is new waits to be asked for.
 */
export function settle<Row extends { threadId: string }>(
  shown: readonly Settled<Row>[],
  rows: readonly Row[],
  busy: boolean,
): Shown<Row> {
  if (!busy) return { rows: rows.map((row) => ({ ...row, gone: false })), fresh: 0 };
  const now = new Map(rows.map((row) => [row.threadId, row]));
  const kept = shown.map((row): Settled<Row> => {
    const current = now.get(row.threadId);
    return current ? { ...current, gone: false } : { ...row, gone: true };
  });
  const standing = new Set(shown.map((row) => row.threadId));
  return { rows: kept, fresh: rows.filter((row) => !standing.has(row.threadId)).length };
}

/** Those whose last text is newer than when they were looked at before; none on the first look. */
export function newTexts<
  Row extends { threadId: string; lastMessageAt: string | null; waitingSince: string | null },
>(before: readonly Row[], rows: readonly Row[]): Row[] {
  const known = new Map(before.map((row) => [row.threadId, row]));
  const newest = before.reduce(
    (most, row) => (row.lastMessageAt && row.lastMessageAt > most ? row.lastMessageAt : most),
    "",
  );
  return rows.filter((row) => {
    if (row.waitingSince === null || row.lastMessageAt === null) return false;
    const old = known.get(row.threadId);
    return old ? row.lastMessageAt > (old.lastMessageAt ?? "") : row.lastMessageAt > newest;
  });
}

/** One line for a burst of texts. */
export function burstWords(names: readonly string[]): string {
  const [only] = names;
  if (names.length === 1) return `New text: ${only}`;
  return `${names.length} new texts`;
}
