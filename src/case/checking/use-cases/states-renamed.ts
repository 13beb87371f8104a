import { targetsOf } from '#case/checking/model/check-structure.ts';
import type { PlacedScenario } from '#case/language/use-cases/placed-scenario.ts';
import { lineRenamed } from '#kernel/formats/authored/as-written.ts';
import { nearestName } from '#kernel/formats/authored/nearest-name.ts';
import type { Issue } from '#kernel/model/issue.ts';

const MISSING_TARGET: readonly string[] = ['scenario.missing-target', 'scenario.missing-target-near'];

/**
 * Merges missing targets that come from a misnamed state: transitions lead to a name that no state has, and none leads
 * to a state of nearly that name. Any other missing target stays an issue where it is named.
 */
export function statesRenamed(issues: readonly Issue[], scenario: PlacedScenario, rated: readonly string[]): Issue[] {
  const { tree } = scenario;
  const led = new Set([
    scenario.value.initial,
    ...tree.flatMap((entry) => targetsOf(entry).map(({ target }) => target)),
  ]);
  for (const { state } of tree) if ('initial' in state) led.add(state.initial);
  const alone = tree.filter(({ id }) => !led.has(id));
  const targets = new Set(
    issues.filter(({ code }) => MISSING_TARGET.includes(code)).map(({ params }) => String(params.target)),
  );
  let merged = [...issues];
  for (const target of targets) {
    const name = nearestName(
      target,
      alone.map(({ id }) => id),
    );
    const state = alone.find(({ id }) => id === name);
    if (!state) continue;
    // A single transition to a missing state is more likely the slip itself, unless the key uses the name too.
    const follows = merged.filter(({ code, params }) => MISSING_TARGET.includes(code) && params.target === target);
    if (follows.length < 2 && !rated.includes(target)) continue;
    const position = scenario.position(state.path);
    const mended = lineRenamed(scenario.lines, position, state.id, target);
    const renamed: Issue = {
      code: 'scenario.state-named-otherwise',
      severity: 'error',
      path: state.path,
      params: { state: state.id, target },
      position,
      ...(mended && { mended }),
      follows: { issues: follows, sure: true },
    };
    merged = [renamed, ...merged.filter((issue) => !follows.includes(issue))];
  }
  return merged;
}
