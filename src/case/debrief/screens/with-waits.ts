import type { Wait } from '#case/scoring/model/score-report.ts';
import type { PathRow } from './align-paths.ts';

/** A row of both paths, or a place where somebody waited though something could be chosen. */
export type ShownRow = { readonly row: PathRow } | { readonly wait: Wait };

/** The rows of both paths with the waits of the path taken between them, each after the last step that came before it. */
export function withWaits(rows: readonly PathRow[], waited: readonly Wait[]): ShownRow[] {
  const open = [...waited].sort((a, b) => a.seq - b.seq);
  const shown = rows.flatMap((row): ShownRow[] => {
    const before = open.splice(0, open.filter(({ seq }) => row.you !== undefined && seq < row.you.seq).length);
    return [...before.map((wait) => ({ wait })), { row }];
  });
  const last = shown.findLastIndex((one) => 'wait' in one || one.row.you !== undefined) + 1;
  return [...shown.slice(0, last), ...open.map((wait) => ({ wait })), ...shown.slice(last)];
}
