import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { oneLine } from '../command/print-text.ts';
import type { JudgedAttempt } from './judge-attempt.ts';

/** An attempt in a folder, with its file name. */
export interface FoundAttempt {
  readonly name: string;
  readonly judged: Exclude<JudgedAttempt, { readonly kind: 'refused' }>;
}

/** A row of the table: the file, and the points (0 to 1) of each criterion in its report. */
interface Row {
  readonly file: string;
  readonly alias: string;
  readonly case: string;
  readonly ended: string;
  /** Whether the points were computed now or come from the file. */
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

/** Criteria in the order of the reports. There is deliberately no column of totals. */
const criteriaOf = (rows: readonly Row[]) => [...new Set(rows.flatMap(({ points }) => [...points.keys()]))];

const rounded = (points: number | undefined) => (points === undefined ? '' : String(Math.round(points * 1000) / 1000));

const cellsOf = (row: Row, criteria: readonly string[]) => [
  ...FIRST.map((column) => oneLine(row[column])),
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
      return aligned([[...FIRST, ...criteria.map(oneLine)], ...own.map((row) => cellsOf(row, criteria))]);
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

/** One table of all attempts; the first row holds the column names. */
export function attemptRows(found: readonly FoundAttempt[]): readonly (readonly string[])[] {
  const rows = found.map(rowOf);
  const criteria = criteriaOf(rows);
  return [[...FIRST, ...criteria], ...rows.map((row) => cellsOf(row, criteria))];
}

/** All attempts in a folder, each with its complete report. */
export function attemptValues(found: readonly FoundAttempt[]): readonly object[] {
  return found.map((one) => {
    const { file, alias, case: id, ended, report: made } = rowOf(one);
    return { file, alias, case: id, ended, made, report: reportOf(one) };
  });
}
