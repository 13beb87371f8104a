import type { Issue } from '#core/kernel/issue.ts';

/** Where something stands inside a file. */
export type Path = Issue['path'];

/** Takes down what is wrong: an error unless it is said to be a warning. */
export type Report = (code: string, path: Path, params?: Issue['params'], severity?: Issue['severity']) => void;

/** A list of issues and the pen that writes on it. */
export function createReport(): { readonly issues: Issue[]; readonly report: Report } {
  const issues: Issue[] = [];
  return {
    issues,
    report: (code, path, params = {}, severity = 'error') => issues.push({ code, severity, path, params }),
  };
}
