/** What a spreadsheet would run as a formula is text again behind an apostrophe; our own reading takes it off. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** One line of a CSV file that is opened in a spreadsheet. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(harmless(cell))).join(",")}\r\n`;

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Says to spreadsheets that what follows is UTF-8. */
export const byteOrderMark = "\uFEFF";
