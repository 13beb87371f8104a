import type { Issue } from './issue.ts';

/** Maximum issues reported of one kind; a hostile file may have millions. */
const MAX_ISSUES = 200;

/**
 * The first `MAX_ISSUES` issues. If there are more, one last issue with the code `more` gives their number: the rest is
 * counted and not kept in memory.
 */
export function firstIssues(issues: Iterable<Issue>, more: string): Issue[] {
  const first: Issue[] = [];
  let rest = 0;
  for (const issue of issues) {
    if (first.length < MAX_ISSUES) first.push(issue);
    else rest += 1;
  }
  const last = first.at(-1);
  return rest > 0 && last ? [...first, { ...last, code: more, params: { ...last.params, more: rest } }] : first;
}
