import { type CompiledScenario, ratedDecisions } from '#case/language/model/compiled-scenario.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { PlacedScenario } from '#case/language/use-cases/placed-scenario.ts';
import { lineWith } from '#kernel/formats/authored/as-written.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Issue } from '#kernel/model/issue.ts';

/** Checks that the id of a case is the name of its folder: the case is found, played and stored by that name. */
export function checkName(scenario: Placed<Scenario>, files: ProjectFiles, place: string): Issue[] {
  const folder = files.nameOf?.(place) ?? place.slice(place.lastIndexOf('/') + 1);
  const { id } = scenario.value;
  if (id === folder) return [];
  const issue = fault('scenario.id-not-folder-name', scenario, ['id'], { id, folder });
  const mended = lineWith(scenario.lines, issue.position, 'id', folder);
  return [{ ...issue, ...(mended && { mended }) }];
}

/** Warns of rated decisions in a case without a key: it can be played, but no attempt can be scored. */
export function checkUnanswered(scenario: PlacedScenario, compiled: CompiledScenario): Issue[] {
  const rated = ratedDecisions(compiled);
  const first = scenario.tree.find(({ id }) => id === rated[0]?.[0]);
  if (!first) return [];
  const params = { states: rated.map(([id]) => id).join(', ') };
  return [{ ...fault('key.none', scenario, [...first.path, 'decision'], params), severity: 'warning' }];
}
