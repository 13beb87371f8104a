import Papa from 'papaparse';
import { InvariantError } from '#kernel/model/invariant.ts';
import type { CellValue, TableColumn } from '#market/documents/model/table-column.ts';

/** Between the items of a list in one cell. */
const BETWEEN = ';';

/** The row with the names of the columns. */
export const writeHeader = (columns: readonly Pick<TableColumn<never>, 'name'>[]): string =>
  rowsOf([columns.map(({ name }) => name)]);

/**
 * Lines as rows of CSV by RFC 4180, lists joined by `;`. Other programs read these tables: unlike those of `writeCsv`,
 * their cells are left as they are, and a phone number keeps its plus sign.
 */
export function writeRows<Line>(columns: readonly TableColumn<Line>[], lines: readonly Line[]): string {
  return lines.length === 0 ? '' : rowsOf(lines.map((line) => columns.map((column) => textOf(column, line))));
}

const rowsOf = (rows: readonly (readonly string[])[]) => `${Papa.unparse(rows as string[][], { newline: '\r\n' })}\r\n`;

function textOf<Line>({ name, of }: TableColumn<Line>, line: Line): string {
  const cell = of(line);
  if (!Array.isArray(cell)) return String(cell ?? '');
  const items = (cell as readonly CellValue[]).map(String);
  if (items.some((item) => item.includes(BETWEEN)))
    throw new InvariantError(`An item of ${name} contains "${BETWEEN}". Take it out of the lexicon.`);
  return items.join(BETWEEN);
}
