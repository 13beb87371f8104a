import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { lineRenamed } from '#kernel/formats/authored/as-written.ts';
import { nearestName } from '#kernel/formats/authored/nearest-name.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import type { Issue } from '#kernel/model/issue.ts';

/**
 * Merges two issues that come from one slip: a decision without an entry in the key, and an entry of nearly the same
 * name without a decision. The entry is misnamed.
 */
export function decisionsRenamed(issues: readonly Issue[], key: Placed<AnswerKey>): Issue[] {
  const without = issues.filter(({ code }) => code === 'key.decision-without-key');
  const paired = new Map<Issue, Issue>();
  for (const entry of issues.filter(({ code }) => code === 'key.unknown-decision')) {
    const free = without.filter((issue) => ![...paired.values()].includes(issue));
    const named = String(entry.params.state);
    const meant = nearestName(
      named,
      free.map(({ params }) => String(params.state)),
    );
    const decision = free.find(({ params }) => params.state === meant);
    if (decision) paired.set(entry, decision);
  }
  const gone = new Set(paired.values());
  return issues
    .filter((issue) => !gone.has(issue))
    .map((issue) => {
      const decision = paired.get(issue);
      if (!decision) return issue;
      const [named, state] = [String(issue.params.state), String(decision.params.state)];
      const mended = lineRenamed(key.lines, issue.position, named, state);
      return {
        ...issue,
        code: 'key.decision-named-otherwise',
        params: { named, state },
        ...(mended && { mended }),
        follows: { issues: [decision], sure: true },
      };
    });
}
