import { actsIn, type CompiledScenario } from './compiled-scenario.ts';

/** What a case may be scored on: its exercises by kind, its decisions, the order of acts, and hints. */
const SCORED = ['detection', 'linking', 'mapping', 'preservation', 'requests', 'decisions', 'order', 'hints'] as const;
export type ScoredPart = (typeof SCORED)[number];

/** What the criteria of this case will be about, as far as its public half tells; announced before it begins. */
export function scoredParts(scenario: CompiledScenario): ScoredPart[] {
  const states = Object.values(scenario.states);
  const has: Readonly<Record<string, boolean>> = {
    ...Object.fromEntries(states.flatMap((state) => (state.type === 'exercise' ? [[state.kind, true]] : []))),
    decisions: states.some(({ type }) => type === 'decision'),
    order: actsIn(scenario).size > 1,
    hints: states.some((state) => 'hints' in state && (state.hints ?? []).some((cost) => cost > 0)),
  };
  return SCORED.filter((part) => has[part]);
}
