import type { Kinds } from '#case/exercise/model/kinds.ts';
import { ROLE_VARIABLE } from '#case/language/model/role.ts';
import type { Next, Scenario, ScenarioOption, ScenarioState } from '#case/language/model/schemas.ts';
import { stateTree, type TreeState } from '#case/language/model/state-tree.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { createReport, type Path, type Report } from './report.ts';

/** Minimum options of a decision about a person: with two, one of them is plainly the wrong one. */
const MIN_OPTIONS = 3;

/** From this content level on the reader is warned before, and may pause or skip (rule C21). */
const MIN_NOTICE_LEVEL = 2;

/** Entries of the decision catalogue about a possible minor, which require the highest content level. */
const ABOUT_MINORS = ['D05'];

/** Structural issues of a scenario: targets, stages, options, roles, notices. Positions are added by the caller. */
export function checkStructure(
  scenario: Scenario,
  { reads }: Pick<Kinds, 'reads'>,
  tree: readonly TreeState[] = stateTree(scenario),
): Issue[] {
  const { issues, report } = createReport();
  const byId = new Map<string, TreeState>();
  for (const entry of tree) {
    if (byId.has(entry.id)) report('scenario.duplicate-state', entry.path, { state: entry.id });
    else byId.set(entry.id, entry);
  }
  checkWorld(scenario, report);
  checkRoles(scenario, report);
  checkInitial(scenario.initial, undefined, ['initial'], byId, report);
  const stages = new Set(scenario.stages.map(({ id }) => id));
  for (const entry of tree) {
    if (!stages.has(entry.stage)) {
      const named = entry.state.type !== 'region' && 'stage' in entry.state ? ['stage'] : [];
      report('scenario.unknown-stage', [...entry.path, ...named], { stage: entry.stage });
    }
    for (const { target, path } of targetsOf(entry)) checkTarget(entry, target, path, byId, report);
    const { state, path, id } = entry;
    if (state.type === 'group' || state.type === 'region')
      checkInitial(state.initial, id, [...path, 'initial'], byId, report);
    if (state.type === 'exercise' && !reads.of(state.kind)) {
      const known = reads.kinds().join(', ');
      report('scenario.unknown-exercise', [...path, 'kind'], { kind: state.kind, known });
    }
    if (state.type !== 'region') checkScene(state, id, path, scenario, report);
  }
  if (!tree.some(({ state }) => state.type === 'end')) report('scenario.no-end', ['states']);
  return issues;
}

interface Target {
  readonly target: string;
  readonly path: Path;
}

/** All targets of a state, with their paths in the file. */
export function targetsOf({ state, path }: Pick<TreeState, 'state' | 'path'>): Target[] {
  const of = (next: Next): Target[] =>
    typeof next === 'string'
      ? [{ target: next, path: [...path, 'next'] }]
      : next.map((branch, n) => ({ target: branch.next, path: [...path, 'next', n, 'next'] }));
  const options = 'options' in state ? (state.options ?? []) : [];
  return [
    ...options.map((option, n) => ({ target: option.next, path: [...path, 'options', n, 'next'] })),
    ...('next' in state ? of(state.next) : []),
  ];
}

/**
 * A transition may lead to a sibling of its state or of one of its ancestors, never into the middle of another part.
 */
function checkTarget(
  { parent }: TreeState,
  target: string,
  path: Path,
  byId: ReadonlyMap<string, TreeState>,
  report: Report,
): void {
  const found = byId.get(target);
  if (!found) {
    report('scenario.missing-target', path, { target });
    return;
  }
  let holder = parent;
  while (holder !== undefined && holder !== found.parent) holder = byId.get(holder)?.parent;
  if (holder === found.parent && found.state.type !== 'region') return;
  report('scenario.target-inside', path, { target, holder: found.parent ?? '' });
}

function checkInitial(
  initial: string,
  holder: string | undefined,
  path: Path,
  byId: ReadonlyMap<string, TreeState>,
  report: Report,
): void {
  const found = byId.get(initial);
  if (!found) report('scenario.missing-target', path, { target: initial });
  else if (found.parent !== holder) report('scenario.initial-elsewhere', path, { target: initial });
  else if (found.state.type === 'done') report('scenario.begins-done', path, { target: initial });
}

function checkScene(state: ScenarioState, id: string, path: Path, scenario: Scenario, report: Report): void {
  if (state.type === 'decision' && state.decision && state.options.length < MIN_OPTIONS)
    report('scenario.too-few-options', path, { state: id });
  const options: readonly ScenarioOption[] = ('options' in state && state.options) || [];
  options.forEach((option, n) => {
    if (options.findIndex((other) => other.id === option.id) < n)
      report('scenario.duplicate-option', [...path, 'options', n, 'id'], { state: id, option: option.id });
  });
  if (!('contentLevel' in state || 'views' in state || state.type === 'decision')) return;
  const { contentLevel: own, notice } = state as { contentLevel?: number; notice?: string };
  const level = own ?? scenario.contentLevel;
  if (own !== undefined && own > scenario.contentLevel && own >= MIN_NOTICE_LEVEL && notice === undefined)
    report('scenario.notice-missing', [...path, 'contentLevel'], { state: id, level: own });
  if (state.type === 'decision' && ABOUT_MINORS.includes(state.decision ?? '') && level < 3)
    report('scenario.level-too-low', [...path, 'decision'], { state: id, decision: state.decision ?? '', level: 3 });
  const roles = [scenario.role.kind, ...Object.keys(scenario.roles ?? {})];
  for (const role of Object.keys(('views' in state && state.views) || {}))
    if (!roles.includes(role as never)) report('scenario.unknown-role', [...path, 'views', role], { role });
}

function checkWorld({ world, variables }: Scenario, report: Report): void {
  for (const [n, { when }] of world.entries()) {
    const variable = Object.hasOwn(variables, when) ? variables[when] : undefined;
    if (!variable) report('scenario.unknown-variable', ['world', n, 'when'], { variable: when });
    else if (variable.type !== 'bool') report('scenario.not-yes-or-no', ['world', n, 'when'], { variable: when });
  }
}

function checkRoles({ role, roles, variables }: Scenario, report: Report): void {
  if (Object.hasOwn(variables, ROLE_VARIABLE))
    report('scenario.reserved-variable', ['variables', ROLE_VARIABLE], { variable: ROLE_VARIABLE });
  if (!roles) return;
  if (role.kind === undefined) report('scenario.role-without-kind', ['role'], {});
  else if (Object.hasOwn(roles, role.kind)) report('scenario.role-twice', ['roles', role.kind], { role: role.kind });
}
