import type { Issue } from './issue.ts';

/** So many issues of one kind say enough; a hostile file may have millions. */
const MOST = 200;

/** The first of these issues, and how many more there are, said with the code `more` at the last place. Those are counted and never held. */
export function firstIssues(issues: Iterable<Issue>, more: string): Issue[] {
  const first: Issue[] = [];
  let rest = 0;
  for (const issue of issues) {
    if (first.length < MOST) first.push(issue);
    else rest += 1;
  }
  const last = first.at(-1);
  return rest > 0 && last ? [...first, { ...last, code: more, params: { ...last.params, more: rest } }] : first;
}
