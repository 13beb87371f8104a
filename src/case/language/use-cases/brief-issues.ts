import type { Brief } from '#case/exercise/model/define-kind.ts';
import type { KindReads } from '#case/exercise/model/kind-reads.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import { schemaIssues } from '#kernel/formats/authored/schema-issues.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { PlacedScenario } from './placed-scenario.ts';

type Path = Issue['path'];

/** What does not fit in the briefs of a case, in the words in which faults of a file are said. */
export function briefIssues(scenario: PlacedScenario, { reads }: Pick<Kinds, 'reads'>): Issue[] {
  return scenario.tree.flatMap(({ state, path }) =>
    state.type === 'exercise' ? issuesOf(reads.of(state.kind)?.brief, state.brief, [...path, 'brief'], scenario) : [],
  );
}

function issuesOf(
  schema: KindReads['brief'] | undefined,
  brief: Brief,
  here: Path,
  { position, lines }: Placed<Scenario>,
): Issue[] {
  const faults = schema?.safeParse(brief).error?.issues;
  if (!schema || !faults) return [];
  const at = (path: Path) => position([...here, ...path]);
  return schemaIssues(faults, { schema, value: brief, position: at, lines }).map((issue) => inBrief(issue, here));
}

/** The issue with the path of the scenario; its field is named from `brief` on. */
function inBrief(issue: Issue, here: Path): Issue {
  const { path, params, follows } = issue;
  return {
    ...issue,
    path: [...here, ...path],
    params: { ...params, field: ['brief', ...path].join('.') },
    ...(follows && { follows: { ...follows, issues: follows.issues.map((one) => inBrief(one, here)) } }),
  };
}
