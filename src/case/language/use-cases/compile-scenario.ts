import { asHashed } from '#case/language/model/as-hashed.ts';
import {
  type CompiledBranch,
  type CompiledOption,
  type CompiledScenario,
  type CompiledState,
  MAX_COMBINATIONS,
} from '#case/language/model/compiled-scenario.ts';
import { ROLE_VARIABLE } from '#case/language/model/role.ts';
import type { Next, Scenario, ScenarioOption } from '#case/language/model/schemas.ts';
import { stateTree, type TreeState } from '#case/language/model/state-tree.ts';
import { lineWith, truthMeant } from '#kernel/formats/authored/as-written.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { compileEffect } from './compile-effect.ts';
import { compileVariables, countCombinations } from './compile-variables.ts';
import { createFormulas, type Formulas } from './formulas.ts';

type Path = readonly (string | number)[];

/** Compiles guards and effects to tables over all combinations of variables; reports every fault with its position. */
export function compileScenario(
  placed: Placed<Scenario>,
  tree: readonly TreeState[] = stateTree(placed.value),
): Parsed<CompiledScenario> {
  const scenario = placed.value;
  const issues: Issue[] = [];
  const report: Formulas['report'] = (code, path, params) =>
    issues.push(yesForTrue(code, path, params, placed) ?? fault(code, placed, path, params));
  const count = countCombinations(scenario);
  if (count > MAX_COMBINATIONS) {
    report('scenario.too-many-combinations', ['variables'], { count, most: MAX_COMBINATIONS });
    return { ok: false, issues };
  }
  if (Object.hasOwn(scenario.variables, ROLE_VARIABLE)) {
    report('scenario.reserved-variable', ['variables', ROLE_VARIABLE], { variable: ROLE_VARIABLE });
    return { ok: false, issues };
  }
  const variables = compileVariables(scenario);
  const formulas = createFormulas(variables, report);
  const states = Object.fromEntries(tree.map((entry) => [entry.id, compileState(entry, formulas)]));
  if (issues.length > 0) return { ok: false, issues };
  const { id, start, initial, stages, world, role, roles } = scenario;
  const hash = sha256Hex(canonicalJson(asHashed(scenario) as Json));
  const others = Object.keys(roles ?? {}) as NonNullable<CompiledScenario['roles']>;
  return {
    ok: true,
    value: {
      schema: 'compiled-scenario/1',
      id,
      hash,
      start,
      initial,
      stages,
      ...(role.kind && others.length > 0 && { roles: [role.kind, ...others] }),
      variables,
      world,
      states,
    },
  };
}

/** The issue for a formula like `yes` that means "true" or "false"; undefined for any other formula. */
function yesForTrue(
  code: string,
  path: Path,
  { source }: Issue['params'],
  placed: Placed<Scenario>,
): Issue | undefined {
  const meant = code === 'scenario.expression' ? truthMeant(source) : undefined;
  if (meant === undefined) return undefined;
  const mended = lineWith(placed.lines, placed.position(path), String(path.at(-1)), meant);
  const issue = fault('schema.not-true-or-false', placed, path, { field: path.join('.'), written: `"${source}"` });
  return { ...issue, ...(mended && { mended }) };
}

function compileState({ state, path, stage, parent }: TreeState, formulas: Formulas): CompiledState {
  const here = { stage, ...(parent !== undefined && { parent }) };
  const next = (branches: Next) => compileNext(branches, [...path, 'next'], formulas);
  const effect = (set: Parameters<typeof compileEffect>[0] | undefined) =>
    set && { becomes: compileEffect(set, [...path, 'set'], formulas) };
  const options = (entries: readonly ScenarioOption[] | undefined) =>
    (entries ?? []).map((entry, n) => compileOption(entry, [...path, 'options', n], formulas));
  const hints = (entries: readonly { readonly cost: number }[] | undefined) =>
    entries && { hints: entries.map(({ cost }) => cost) };
  switch (state.type) {
    case 'narrative':
    case 'inject':
      return { type: state.type, ...here, minutes: state.minutes ?? 0, next: next(state.next), ...effect(state.set) };
    case 'exercise': {
      const passed = { next: next(state.next), ...effect(state.set) };
      const brief = Object.keys(state.brief).length > 0 && { brief: state.brief };
      return { type: 'exercise', ...here, kind: state.kind, ...brief, ...passed, ...hints(state.hints) };
    }
    case 'decision': {
      const rated = state.decision && { decision: state.decision };
      return { type: 'decision', ...here, ...rated, options: options(state.options), ...hints(state.hints) };
    }
    case 'timer': {
      const passed = { next: next(state.next), ...effect(state.set) };
      return { type: 'timer', ...here, minutes: state.minutes, options: options(state.options), ...passed };
    }
    case 'group':
      return { type: 'group', ...here, initial: state.initial, next: next(state.next) };
    case 'parallel':
      return { type: 'parallel', ...here, regions: Object.keys(state.regions), next: next(state.next) };
    case 'region':
      return { type: 'region', ...here, initial: state.initial };
    case 'end':
    case 'done':
      return { type: state.type, ...here };
  }
}

function compileOption(entry: ScenarioOption, path: Path, formulas: Formulas): CompiledOption {
  const { id, next, minutes, act, when, set } = entry;
  return {
    id,
    next,
    minutes,
    ...(act && { act }),
    ...compileGuard(when, [...path, 'when'], formulas),
    ...(set && { becomes: compileEffect(set, [...path, 'set'], formulas) }),
  };
}

function compileNext(next: Next, path: Path, formulas: Formulas): CompiledBranch[] {
  if (typeof next === 'string') return [{ next }];
  return next.map((branch, n) => ({
    next: branch.next,
    ...compileGuard(branch.when, [...path, n, 'when'], formulas),
  }));
}

function compileGuard(source: string | undefined, path: Path, { compile, report }: Formulas): { offered?: string } {
  if (source === undefined) return {};
  const compiled = compile(source, 'bool');
  if (compiled.ok) return { offered: compiled.table.map((open) => (open ? '1' : '0')).join('') };
  report('scenario.expression', path, { source, said: compiled.said });
  return {};
}
