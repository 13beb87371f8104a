import Papa from 'papaparse';

/** Beginnings of a cell that a spreadsheet would calculate, in the scripts in which it would do so. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r＝＋－＠]/u;

/**
 * A table as CSV by RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers
 * are written as they are.
 */
export function writeCsv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell ?? ''));
  return `${Papa.unparse(cells, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`;
}
