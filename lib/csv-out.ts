const formulaStart = /^[=+\-@\t\r]/;

/**
 * One line of a CSV file. What a spreadsheet would run as a formula gets an apostrophe before it, and stays text; our
 * own reading takes it off again.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string): string {
  const harmless = formulaStart.test(cell) ? `'${cell}` : cell;
  const wantsQuotes = /[",;\t\r\n]/.test(harmless) || harmless !== harmless.trim();
  return wantsQuotes ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A CSV file as it is read, row by row: UTF-8 with the mark by which Excel knows it. */
export function csvStream(rows: AsyncIterable<readonly string[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const left = rows[Symbol.asyncIterator]();
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode("\uFEFF"));
    },
    async pull(controller) {
      const next = await left.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(csvLine(next.value)));
    },
    async cancel() {
      await left.return?.();
    },
  });
}
