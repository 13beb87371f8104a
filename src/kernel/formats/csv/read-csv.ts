import Papa from 'papaparse';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { otherFormat } from './other-format.ts';

/** One record of a CSV file. */
export interface CsvRow {
  /** As a spreadsheet counts: the header is row 1, and empty rows count too. */
  readonly row: number;
  /** Line of the file in which the record begins; a cell may contain line breaks. */
  readonly line: number;
  /** Exactly as many as the header has. */
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly header: readonly string[];
  /** Rows with as many cells as the header; empty rows are skipped. */
  readonly rows: readonly CsvRow[];
  /** Refused rows, and other remarks about the file. */
  readonly issues: readonly Issue[];
}

/** Maximum file size in bytes; larger files are refused unread. */
export const MAX_CSV_BYTES = 400_000_000;

/** Maximum rows: a market has at most a million ads. */
const MAX_ROWS = 1_100_000;

/** Maximum cells, counted by commas: rows of all columns that are scored, and of some others. */
const MAX_CELLS = 20_000_000;
/** Maximum line ends: a cell may contain some. */
const MAX_LINES = 4 * MAX_ROWS;

const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Maximum number of refused rows reported. */
const MAX_ISSUES = 100;

/** Delimiters of files that are not comma-separated. */
const OTHER_DELIMITERS = [';', '\t', '|'] as const;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Parses a CSV file: UTF-8, commas, quotes as in RFC 4180, any line ends, a header. Fails if the file as a whole cannot
 * be trusted; faults of single rows are reported with the table. Never throws.
 */
export function readCsv(bytes: Uint8Array, file: string): Parsed<CsvTable> {
  const issue = (
    code: string,
    params: Issue['params'] = {},
    line = 1,
    severity: Issue['severity'] = 'error',
  ): Issue => ({
    code,
    severity,
    path: [],
    params,
    position: { file, line, column: 1 },
  });
  const other = otherFormat(bytes);
  if (other) return { ok: false, issues: [issue(`csv.${other}`)] };
  if (bytes.length > MAX_CSV_BYTES) return { ok: false, issues: [tooLargeCsv(file)] };
  const { commas, lines } = countSeparators(bytes);
  if (lines > MAX_LINES) return { ok: false, issues: [issue('csv.too-many-rows', { most: MAX_ROWS })] };
  if (commas > MAX_CELLS) return { ok: false, issues: [issue('csv.too-many-cells', { most: MAX_CELLS })] };
  const text = textOf(bytes);
  if (text === undefined) return { ok: false, issues: [issue('csv.encoding')] };

  const marked = text.startsWith(BYTE_ORDER_MARK);
  const { data, errors } = Papa.parse<string[]>(marked ? text.slice(1) : text, {
    delimiter: ',',
    preview: MAX_ROWS + 1,
  });
  if (data.length > MAX_ROWS) return { ok: false, issues: [issue('csv.too-many-rows', { most: MAX_ROWS })] };
  const records = numbered(data);
  const quotes = errors.filter(({ type }) => type === 'Quotes').slice(0, MAX_ISSUES);
  if (quotes.length > 0)
    return {
      ok: false,
      issues: quotes.map(({ row = 0 }) => issue('csv.quotes', { row: row + 1 }, records[row]?.line)),
    };

  const [top, ...rest] = records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!top) return { ok: false, issues: [issue('csv.empty')] };
  const delimiter = top.cells.length === 1 && OTHER_DELIMITERS.find((other) => top.cells[0]?.includes(other));
  if (delimiter)
    return {
      ok: false,
      issues: [issue('csv.delimiter', { found: delimiter === '\t' ? 'TAB' : delimiter }, top.line)],
    };
  if (rest.length === 0) return { ok: false, issues: [issue('csv.empty', {}, top.line)] };

  const issues: Issue[] = marked ? [issue('csv.byte-order-mark', {}, 1, 'warning')] : [];
  const width = top.cells.length;
  const rows: CsvRow[] = [];
  let uneven = 0;
  for (const record of rest) {
    const { cells } = record;
    // An empty cell more is no excuse: "0,3," may be a number with a decimal comma.
    if (cells.length === width) rows.push(record);
    else if (uneven++ < MAX_ISSUES)
      issues.push(issue('csv.cells', { row: record.row, cells: cells.length, width }, record.line));
    else if (uneven === MAX_ISSUES + 1) issues.push(issue('file.more-issues', { most: MAX_ISSUES }, record.line));
  }
  return { ok: true, value: { header: top.cells, rows, issues } };
}

/** The issue of a file that has more bytes than `MAX_CSV_BYTES`. */
export const tooLargeCsv = (file: string): Issue => ({
  code: 'csv.too-large',
  severity: 'error',
  path: [],
  params: { most: MAX_CSV_BYTES / 1_000_000 },
  position: { file, line: 1, column: 1 },
});

/** The text, including its byte order mark; undefined if the bytes are not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Adds to each record its row and the line in which it begins. */
function numbered(data: readonly string[][]): CsvRow[] {
  let line = 1;
  return data.map((cells, n) => {
    const record = { row: n + 1, line, cells };
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return record;
  });
}

/** Commas and line ends of a text in bytes. The parser splits the whole text before it looks at any row. */
function countSeparators(bytes: Uint8Array): { readonly commas: number; readonly lines: number } {
  let commas = 0;
  let lines = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === COMMA) commas += 1;
    else if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) lines += 1;
  }
  return { commas, lines };
}
