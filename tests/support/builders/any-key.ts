import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { AnswerKey, DecisionKey, Rating } from '#case/scoring/model/schemas.ts';

const RATINGS: readonly Rating[] = ['good', 'acceptable', 'harmful', 'red'];

/** A key that rates every option of every decision of the catalogue, in the order of the draws; its first option is the model's. */
export function aKeyOf(source: Scenario, draws: readonly number[]): AnswerKey {
  let n = 0;
  const ratingOf = (): Rating => RATINGS[(draws[n++ % draws.length] ?? 0) % RATINGS.length] ?? 'good';
  const decisions = stateTree(source).flatMap(({ id, state }) => {
    if (state.type !== 'decision' || !state.decision) return [];
    const options = state.options.map(
      (option) => [option.id, { rating: ratingOf(), meters: {}, reason: 'So.' }] as const,
    );
    const decision: DecisionKey = { principle: 'Be kind.', sources: [], options: Object.fromEntries(options) };
    return [[id, decision] as const];
  });
  return {
    schema: 'key/1',
    scenario: source.id,
    version: 1,
    decisions: Object.fromEntries(decisions),
    model: decisions.map(([id]) => [id, 'o0']),
  };
}
