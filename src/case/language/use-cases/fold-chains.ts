import type { Issue } from '#kernel/model/issue.ts';

/** Issue codes that one slip repeats at each use of a name, with the param that holds the name. */
const REPEATED_BY_NAME: Readonly<Record<string, string>> = {
  'scenario.missing-target': 'target',
  'scenario.missing-target-near': 'target',
  'scenario.unknown-stage': 'stage',
  'scenario.unknown-variable': 'variable',
  'library.unknown-source': 'source',
};

/**
 * Folds issues of a case into the issue that causes them: repetitions of a wrong name, entries of the key for a renamed
 * scene, and a key named like the folder instead of the case.
 */
export function foldChains(issues: readonly Issue[]): Issue[] {
  const causes = new Map<Issue, Issue>();
  for (const issue of issues) {
    const cause = issues.find((other) => other !== issue && !causes.has(other) && isCause(other, issue, issues));
    if (cause) causes.set(issue, cause);
  }
  return issues
    .filter((issue) => !causes.has(issue))
    .map((issue) => {
      const own = issues.filter((other) => causes.get(other) === issue).flatMap(flat);
      if (own.length === 0) return issue;
      const before = issue.follows;
      // The same name in another place may be another slip.
      const sure = (before?.sure ?? true) && own.every(({ code }) => REPEATED_BY_NAME[code] === undefined);
      return { ...issue, follows: { issues: [...(before?.issues ?? []), ...own], sure } };
    });
}

function isCause(cause: Issue, issue: Issue, issues: readonly Issue[]): boolean {
  const name = REPEATED_BY_NAME[issue.code];
  if (name !== undefined && issue.code === cause.code)
    return cause.params[name] === issue.params[name] && issues.indexOf(cause) < issues.indexOf(issue);
  if (cause.code === 'scenario.id-not-folder-name') {
    const isOther = issue.code === 'key.other-scenario' || issue.code === 'translation.other-scenario';
    return isOther && issue.params.named === cause.params.folder;
  }
  // A misnamed state causes the issues of the transitions to it and of its entry in the key.
  if (cause.code === 'scenario.state-named-otherwise') {
    const { state, target } = cause.params;
    if (issue.code === 'key.unknown-decision') return issue.params.state === target;
    if (issue.code === 'key.decision-without-key') return issue.params.state === state;
    if (issue.code === 'key.decision-named-otherwise')
      return issue.params.named === target && issue.params.state === state;
  }
  return false;
}

/** An issue and the issues folded into it, as a flat list. */
function flat(issue: Issue): Issue[] {
  const { follows, ...alone } = issue;
  return [alone, ...(follows?.issues ?? []).flatMap(flat)];
}
