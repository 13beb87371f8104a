import type { Issue } from '#core/kernel/issue.ts';

/** An issue about a file as a whole; an empty name is shown as one. */
export function fileIssue(file: string, code: string, params: Issue['params'] = {}): Issue {
  return {
    code,
    severity: 'error',
    path: [],
    params: { file: file || '""', ...params },
    position: { file, line: 1, column: 1 },
  };
}
