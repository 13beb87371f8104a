import { type CompiledScenario, combinationAfter, initialCombination, isOffered } from './compiled-scenario.ts';

/** A state of a case together with one combination of its variables: everything that decides what may follow. */
export interface Situation {
  readonly state: string;
  readonly combination: number;
}

/** The situation in which a case begins. */
export function initialSituation(scenario: CompiledScenario): Situation {
  return { state: scenario.initial, combination: initialCombination(scenario.variables) };
}

/** The situations that one step leads to; none from an end, from a state that does not exist, or where nothing is offered. */
export function situationsAfter(scenario: CompiledScenario, { state: id, combination }: Situation): Situation[] {
  const state = scenario.states[id];
  if (!state || state.type === 'end') return [];
  if (state.type !== 'decision') return [{ state: state.next, combination }];
  return state.options
    .filter((option) => isOffered(option, combination))
    .map((option) => ({ state: option.next, combination: combinationAfter(option, combination) }));
}

/** Every situation that can come about from `start`, itself included, nearest first, with the least steps that lead to it. */
export function reachableSituations(
  scenario: CompiledScenario,
  start: Situation,
): { readonly situation: Situation; readonly steps: number }[] {
  const seen = new Set<string>();
  const reached: { situation: Situation; steps: number }[] = [];
  const visit = (situation: Situation, steps: number) => {
    const name = `${situation.combination} ${situation.state}`;
    if (seen.has(name)) return;
    seen.add(name);
    reached.push({ situation, steps });
  };
  visit(start, 0);
  // The list grows while it is walked: what is reached is asked where it leads.
  for (const { situation, steps } of reached)
    for (const next of situationsAfter(scenario, situation)) visit(next, steps + 1);
  return reached;
}
