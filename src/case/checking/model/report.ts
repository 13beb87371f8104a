import type { Issue } from '#kernel/model/issue.ts';

/** Path of a location inside a file. */
export type Path = Issue['path'];

/** Records an issue: an error unless the severity says otherwise. */
export type Report = (code: string, path: Path, params?: Issue['params'], severity?: Issue['severity']) => void;

/** A list of issues and the function that adds to it. */
export function createReport(): { readonly issues: Issue[]; readonly report: Report } {
  const issues: Issue[] = [];
  return {
    issues,
    report: (code, path, params = {}, severity = 'error') => issues.push({ code, severity, path, params }),
  };
}
