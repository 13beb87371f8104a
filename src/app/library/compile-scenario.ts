import { canonicalJson, type Json } from '#core/kernel/canonical-json.ts';
import type { Issue, Parsed } from '#core/kernel/issue.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import {
  type CompiledOption,
  type CompiledScenario,
  type CompiledState,
  type CompiledVariable,
  combinationIndex,
  combinationsOf,
  MAX_COMBINATIONS,
} from '#core/scenario/compiled-scenario.ts';
import type { Scenario, ScenarioOption, ScenarioState, Variable } from '#core/scenario/schemas.ts';
import { compileExpression, type ExpressionTable } from '#formats/cel/compile-expression.ts';
import { fault } from './load-library.ts';
import type { Placed } from './parse-with.ts';

/** Turns guards and effects into tables over all combinations of variables; every fault with its place. */
export function compileScenario(placed: Placed<Scenario>): Parsed<CompiledScenario> {
  const scenario = placed.value;
  const issues: Issue[] = [];
  const count = Object.values(scenario.variables).reduce((product, variable) => product * valuesOf(variable), 1);
  if (count > MAX_COMBINATIONS)
    return {
      ok: false,
      issues: [fault('scenario.too-many-combinations', placed, ['variables'], { count, most: MAX_COMBINATIONS })],
    };
  const variables = Object.entries(scenario.variables).map(([name, variable]) => compileVariable(name, variable));
  const combinations = combinationsOf(variables);

  function table(
    source: string,
    type: 'bool' | 'int',
    path: readonly (string | number)[],
  ): ExpressionTable | undefined {
    const compiled = compileExpression(source, type, combinations);
    if (compiled.ok) return compiled.table;
    issues.push(fault('scenario.expression', placed, path, { source, said: compiled.said }));
    return undefined;
  }

  function becomes(set: Readonly<Record<string, string>>, path: readonly (string | number)[]): number[] {
    const results = Object.entries(set).flatMap(([name, source]) => {
      const variable = variables.find((entry) => entry.name === name);
      if (!variable) {
        issues.push(fault('scenario.unknown-variable', placed, [...path, name], { variable: name }));
        return [];
      }
      const results = table(source, scenario.variables[name]?.type ?? 'bool', [...path, name]);
      const outside = results?.find((value) => !variable.values.includes(value));
      if (outside !== undefined)
        issues.push(
          fault('scenario.out-of-bounds', placed, [...path, name], { source, variable: name, value: String(outside) }),
        );
      return results && outside === undefined ? [[name, results] as const] : [];
    });
    return combinations.map((before, n) =>
      combinationIndex(variables, {
        ...before,
        ...Object.fromEntries(results.map(([name, values]) => [name, values[n] as boolean | number])),
      }),
    );
  }

  function option(entry: ScenarioOption, path: readonly (string | number)[]): CompiledOption {
    const offered = entry.when === undefined ? undefined : table(entry.when, 'bool', [...path, 'when']);
    return {
      id: entry.id,
      next: entry.next,
      minutes: entry.minutes,
      ...(entry.act && { act: entry.act }),
      ...(offered && { offered: offered.map((value) => (value ? '1' : '0')).join('') }),
      ...(entry.set && { becomes: becomes(entry.set, [...path, 'set']) }),
    };
  }

  function state(id: string, entry: ScenarioState): CompiledState {
    const { stage } = entry;
    switch (entry.type) {
      case 'narrative':
        return { type: 'narrative', stage, next: entry.next, minutes: entry.minutes ?? 0 };
      case 'exercise':
        return { type: 'exercise', stage, kind: entry.kind, next: entry.next };
      case 'end':
        return { type: 'end', stage };
      case 'decision': {
        const options = entry.options.map((one, n) => option(one, ['states', id, 'options', n]));
        return { type: 'decision', stage, ...(entry.decision && { decision: entry.decision }), options };
      }
    }
  }

  const states = Object.fromEntries(Object.entries(scenario.states).map(([id, entry]) => [id, state(id, entry)]));
  if (issues.length > 0) return { ok: false, issues };
  const { id, start, initial, stages, world } = scenario;
  const hash = sha256Hex(canonicalJson(scenario as unknown as Json));
  return {
    ok: true,
    value: { schema: 'compiled-scenario/1', id, hash, start, initial, stages, variables, world, states },
  };
}

/** How many values the variable can take; told before they are written out, because an author may ask for millions. */
const valuesOf = (variable: Variable) => (variable.type === 'bool' ? 2 : variable.max - variable.min + 1);

function compileVariable(name: string, variable: Variable): CompiledVariable {
  if (variable.type === 'bool') return { name, values: [false, true], initial: variable.initial ? 1 : 0 };
  const values = Array.from({ length: valuesOf(variable) }, (_, n) => variable.min + n);
  return { name, values, initial: variable.initial - variable.min };
}
