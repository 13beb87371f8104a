import type { Issue } from '#kernel/model/issue.ts';

/** Maximum number of issues reported for one document. */
const MAX_ISSUES = 100;

/** Issues sorted by position; if there are too many, the first ones and a last issue that says so. */
export function firstIssues(issues: readonly Issue[], file?: string): Issue[] {
  const sorted = [...issues].sort(byPlace);
  const next = sorted[MAX_ISSUES];
  if (!next) return sorted;
  const position = next.position ?? (file === undefined ? undefined : { file, line: 1, column: 1 });
  const more: Issue = {
    code: 'file.more-issues',
    severity: 'error',
    path: next.path,
    params: { most: MAX_ISSUES },
    ...(position && { position }),
  };
  return [...sorted.slice(0, MAX_ISSUES), more];
}

function byPlace({ position: a }: Issue, { position: b }: Issue): number {
  if (!a || !b) return 0;
  return a.line - b.line || a.column - b.column;
}
