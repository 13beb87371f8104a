import type { Issue } from '#core/kernel/issue.ts';
import { type CompiledScenario, combinationsOf, isOffered } from '#core/scenario/compiled-scenario.ts';
import { EXERCISE_SCHEMAS } from '#core/scenario/exercise-schemas.ts';
import type { Scenario, ScenarioState } from '#core/scenario/schemas.ts';
import { initialSituation, reachableSituations } from '#core/scenario/situations.ts';

type Path = readonly (string | number)[];

/** A decision towards a person needs at least this many options: with two, one of them is plainly the wrong one. */
const LEAST_OPTIONS = 3;

/** What is wrong in the shape of a scenario: targets, stages, ways to an end, options. Positions are added by the caller. */
export function checkScenario(scenario: Scenario): Issue[] {
  const issues: Issue[] = [];
  const report = (code: string, path: Path, params: Issue['params'] = {}) =>
    issues.push({ code, severity: 'error', path, params });
  const stages = new Set(scenario.stages.map((stage) => stage.id));
  const exists = (id: string) => Object.hasOwn(scenario.states, id);

  if (!exists(scenario.initial)) report('scenario.missing-target', ['initial'], { target: scenario.initial });
  for (const [n, { when }] of scenario.world.entries()) {
    const variable = Object.hasOwn(scenario.variables, when) ? scenario.variables[when] : undefined;
    if (!variable) report('scenario.unknown-variable', ['world', n, 'when'], { variable: when });
    else if (variable.type !== 'bool') report('scenario.not-yes-or-no', ['world', n, 'when'], { variable: when });
  }
  for (const [id, state] of Object.entries(scenario.states)) {
    const here = ['states', id] as const;
    if (!stages.has(state.stage)) report('scenario.unknown-stage', [...here, 'stage'], { stage: state.stage });
    if (state.type === 'exercise') issues.push(...checkExercise(state, here));
    if (state.type === 'decision') {
      if (state.decision && state.options.length < LEAST_OPTIONS)
        report('scenario.too-few-options', here, { state: id });
      state.options.forEach((option, n) => {
        if (!exists(option.next))
          report('scenario.missing-target', [...here, 'options', n, 'next'], { target: option.next });
        if (state.options.findIndex((other) => other.id === option.id) < n)
          report('scenario.duplicate-option', [...here, 'options', n, 'id'], { state: id, option: option.id });
      });
    } else if (state.type !== 'end' && !exists(state.next))
      report('scenario.missing-target', [...here, 'next'], { target: state.next });
  }
  if (issues.length > 0) return issues;

  const ends = Object.entries(scenario.states).flatMap(([id, state]) => (state.type === 'end' ? [id] : []));
  if (ends.length === 0) report('scenario.no-end', ['states']);
  const reached = closure([scenario.initial], (id) => targetsOf(scenario.states[id]));
  const leadsOn = closure(ends, (id) =>
    Object.keys(scenario.states).filter((from) => targetsOf(scenario.states[from]).includes(id)),
  );
  for (const id of Object.keys(scenario.states)) {
    if (!reached.has(id)) report('scenario.unreachable-state', ['states', id], { state: id });
    else if (ends.length > 0 && !leadsOn.has(id)) report('scenario.dead-end', ['states', id], { state: id });
  }
  return issues;
}

/** Whether there is such an exercise, and whether what is asked of it is what it can be asked. */
function checkExercise({ kind, brief }: Extract<ScenarioState, { type: 'exercise' }>, here: Path): Issue[] {
  const issue = (code: string, path: Path, params: Issue['params']): Issue => ({
    code,
    severity: 'error',
    path: [...here, ...path],
    params,
  });
  const schemas = Object.hasOwn(EXERCISE_SCHEMAS, kind) ? EXERCISE_SCHEMAS[kind] : undefined;
  if (!schemas)
    return [issue('scenario.unknown-exercise', ['kind'], { kind, known: Object.keys(EXERCISE_SCHEMAS).join(', ') })];
  const parsed = schemas.brief.safeParse(brief);
  return (parsed.error?.issues ?? []).flatMap((fault) => {
    const path = ['brief', ...fault.path.filter((step) => typeof step !== 'symbol')];
    if (fault.code === 'unrecognized_keys')
      return fault.keys.map((key) => issue('schema.unknown-field', [...path, key], { key }));
    return [issue('schema.invalid', path, { field: path.join('.'), said: fault.message })];
  });
}

/** Decisions that offer nothing at all in a situation that can come about in play; of each the situation reached first. */
export function checkOffers(scenario: CompiledScenario): Issue[] {
  const combinations = combinationsOf(scenario.variables);
  const reported = new Set<string>();
  return reachableSituations(scenario, initialSituation(scenario)).flatMap(({ situation }): Issue[] => {
    const { state: id, combination } = situation;
    const state = scenario.states[id];
    if (state?.type !== 'decision' || state.options.some((option) => isOffered(option, combination))) return [];
    if (reported.has(id)) return [];
    reported.add(id);
    const when = Object.entries(combinations[combination] ?? {})
      .map(([name, value]) => `${name} is ${value}`)
      .join(', ');
    return [{ code: 'scenario.no-option-left', severity: 'error', path: ['states', id], params: { state: id, when } }];
  });
}

function targetsOf(state: ScenarioState | undefined): readonly string[] {
  if (!state || state.type === 'end') return [];
  return state.type === 'decision' ? state.options.map((option) => option.next) : [state.next];
}

/** Everything that can be reached from `from` by following `next`. */
function closure(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(from);
  for (const id of reached) for (const target of next(id)) reached.add(target);
  return reached;
}
