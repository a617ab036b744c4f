/** What a cell of an exported list can hold. */
export type Cell = string | number | boolean | null;

/** The first row is the head. */
export type Sheet = readonly (readonly Cell[])[];

/** A text that a spreadsheet would run as a formula when the file is opened, also in full-width signs (OWASP, CSV injection). */
const formula = /^[=+\-@＝＋－＠\t\r\n]/;

/**
 * The rows as a Swedish Excel opens them with a double click: semicolons, CRLF, UTF-8 with a byte order mark. A text
 * that could be run as a formula gets an apostrophe before it, so that it stays a text.
 */
export function csvOf(sheet: Sheet): Buffer {
  const lines = sheet.map((row) => row.map(csvCell).join(';'));
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
