import type { ScoreReport } from '#core/scoring/score-report.ts';
import type { JudgedAttempt } from './judge-attempt.ts';

/** An attempt of a folder, with the name of its file. */
export interface FoundAttempt {
  readonly name: string;
  readonly judged: Exclude<JudgedAttempt, { readonly kind: 'refused' }>;
}

/** A row of the table: what the file is, and the points of each criterion that its report has, from 0 to 1. */
interface Row {
  readonly file: string;
  readonly alias: string;
  readonly case: string;
  readonly ended: string;
  /** Whether the points were made now, or stood in the file. */
  readonly report: string;
  readonly points: ReadonlyMap<string, number>;
}

const FIRST = ['file', 'alias', 'case', 'ended', 'report'] as const;

const reportOf = ({ judged }: FoundAttempt): ScoreReport | undefined =>
  judged.kind === 'scored' ? judged.report : judged.file.report;

function rowOf(found: FoundAttempt): Row {
  const { name, judged } = found;
  const report = reportOf(found);
  const made = judged.kind === 'scored' ? 'scored now' : report ? 'as saved, another version' : 'none, another version';
  return {
    file: name,
    alias: judged.file.alias ?? '',
    case: judged.file.scenario,
    ended: report === undefined ? 'not known' : report.ending || 'no',
    report: made,
    points: new Map(report?.criteria.map(({ id, scaled }) => [id, scaled])),
  };
}

/** Criteria in the order in which the reports have them. There is no column that adds them up. */
const criteriaOf = (rows: readonly Row[]) => [...new Set(rows.flatMap(({ points }) => [...points.keys()]))];

const rounded = (points: number | undefined) => (points === undefined ? '' : String(Math.round(points * 1000) / 1000));

const cellsOf = (row: Row, criteria: readonly string[]) => [
  ...FIRST.map((column) => row[column]),
  ...criteria.map((id) => rounded(row.points.get(id))),
];

/** One table for each case, columns aligned. */
export function attemptTables(found: readonly FoundAttempt[]): string {
  const rows = found.map(rowOf);
  const cases = [...new Set(rows.map((row) => row.case))];
  return cases
    .map((id) => {
      const own = rows.filter((row) => row.case === id);
      const criteria = criteriaOf(own);
      return aligned([[...FIRST, ...criteria], ...own.map((row) => cellsOf(row, criteria))]);
    })
    .join('\n');
}

function aligned(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, n) => Math.max(...table.map((row) => [...(row[n] ?? '')].length)));
  const pad = (cell: string, n: number) => {
    const room = ' '.repeat((widths[n] ?? 0) - [...cell].length);
    return n < FIRST.length ? cell + room : room + cell;
  };
  return table.map((row) => `${row.map(pad).join('  ').trimEnd()}\n`).join('');
}

/** One table of all attempts as CSV (RFC 4180). A text that a spreadsheet would take for a formula has an apostrophe before it. */
export function attemptCsv(found: readonly FoundAttempt[]): string {
  const rows = found.map(rowOf);
  const criteria = criteriaOf(rows);
  return [[...FIRST, ...criteria], ...rows.map((row) => cellsOf(row, criteria))]
    .map((row) => `${row.map(csvCell).join(',')}\r\n`)
    .join('');
}

function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** All attempts of a folder as one JSON text, each with its whole report. */
export function attemptJson(found: readonly FoundAttempt[]): string {
  const list = found.map((one) => {
    const { file, alias, case: id, ended, report: made } = rowOf(one);
    return { file, alias, case: id, ended, made, report: reportOf(one) };
  });
  return `${JSON.stringify(list, null, 2)}\n`;
}
