import type { Issue } from '#kernel/model/issue.ts';

/** An issue about a whole file; an empty name is made visible. */
export function fileIssue(file: string, code: string, params: Issue['params'] = {}): Issue {
  return {
    code,
    severity: 'error',
    path: [],
    params: { file: file || '""', ...params },
    position: { file, line: 1, column: 1 },
  };
}
