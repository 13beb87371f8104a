import type { Issue } from '#core/kernel/issue.ts';

/** Faults of which one slip makes many: each place that uses the name is told of again. */
const OF_ONE_NAME: Readonly<Record<string, string>> = {
  'scenario.missing-target': 'target',
  'scenario.missing-target-near': 'target',
  'scenario.unknown-stage': 'stage',
  'scenario.unknown-variable': 'variable',
  'library.unknown-source': 'source',
};

/**
 * The faults of a case that has been read, with those that come from another one folded into it: the same wrong name once
 * more, what a key says of a scene whose name has changed, and a key that is called like the folder and not like the case.
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
      const sure = (before?.sure ?? true) && own.every(({ code }) => OF_ONE_NAME[code] === undefined);
      return { ...issue, follows: { issues: [...(before?.issues ?? []), ...own], sure } };
    });
}

function isCause(cause: Issue, issue: Issue, issues: readonly Issue[]): boolean {
  const name = OF_ONE_NAME[issue.code];
  if (name !== undefined && issue.code === cause.code)
    return cause.params[name] === issue.params[name] && issues.indexOf(cause) < issues.indexOf(issue);
  if (cause.code === 'scenario.id-not-folder-name') {
    const isOther = issue.code === 'key.other-scenario' || issue.code === 'translation.other-scenario';
    return isOther && issue.params.named === cause.params.folder;
  }
  // A state that is called otherwise than the ways to it and the key.
  if (cause.code === 'scenario.state-named-otherwise') {
    const { state, target } = cause.params;
    if (issue.code === 'key.unknown-decision') return issue.params.state === target;
    if (issue.code === 'key.decision-without-key') return issue.params.state === state;
    if (issue.code === 'key.decision-named-otherwise')
      return issue.params.named === target && issue.params.state === state;
  }
  return false;
}

/** An issue and what followed it, side by side. */
function flat(issue: Issue): Issue[] {
  const { follows, ...alone } = issue;
  return [alone, ...(follows?.issues ?? []).flatMap(flat)];
}
