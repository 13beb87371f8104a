import type { CsvTable } from '#kernel/formats/csv/read-csv.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { type FindingCells, plainName } from '#market/platforms/model/parse-findings.ts';

/** The rows of a table as records by column name; refused where two columns mean the same. */
export function findingCells({ header, rows }: CsvTable): Parsed<readonly FindingCells[]> {
  const issues = header.flatMap((name, n): Issue[] => {
    const plain = plainName(name);
    const first = header.slice(0, n).find((earlier) => plainName(earlier) === plain);
    return plain === '' || first === undefined
      ? []
      : [{ code: 'findings.two-columns', severity: 'error', path: [1, name], params: { first, second: name } }];
  });
  if (issues.length > 0) return { ok: false, issues };
  const named = (cells: readonly string[]) => Object.fromEntries(header.map((name, n) => [name, cells[n] ?? '']));
  return { ok: true, value: rows.map(({ row, cells }) => ({ row, cells: named(cells) })) };
}
