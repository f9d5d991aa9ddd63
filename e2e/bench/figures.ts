/** One line of a table: a value for each run, and those of its references in the same runs. */
export interface Figure {
  what: string;
  ours: number[];
  /** What we hold ourselves to, as the table should say it. */
  least?: string;
  references?: { name: string; values: number[] }[];
}

/** Of an even number, half way between the two in the middle. */
export function median(values: number[]): number {
  const upper = [...values].sort((a, b) => b - a);
  return (
    (percentile(values, 50) +
      percentile(
        upper.map((value) => -value),
        50,
      ) *
        -1) /
    2
  );
}

/** By nearest rank. */
export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Ours beside each reference, "median (least-most)"; the ratio is the median of the runs' ratios. */
export function printFigures(title: string, figures: Figure[]): void {
  const rows = [
    ["", "ours", "hold to", "reference", "", "ratio"],
    ...figures.flatMap(({ what, ours, least = "", references = [] }) => {
      const [first, ...others] = references.map(({ name, values }) => [
        ...[name, spread(values)],
        written(median(ours.map((value, run) => value / (values[run] ?? median(values))))),
      ]);
      return [
        [what, spread(ours), least, ...(first ?? ["", "", ""])],
        ...others.map((cells) => ["", "", "", ...cells]),
      ];
    }),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  console.log(`\n${title}`);
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 || column === 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join("  ").trimEnd()}`);
  }
}

function spread(values: number[]): string {
  const middle = written(median(values));
  return values.length < 2
    ? middle
    : `${middle} (${written(Math.min(...values))}-${written(Math.max(...values))})`;
}

function written(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits, minimumFractionDigits: digits });
}
