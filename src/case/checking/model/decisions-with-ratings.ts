import type { Scenario, ScenarioOption } from '#case/language/model/schemas.ts';
import { stateTree, type TreeState } from '#case/language/model/state-tree.ts';
import type { AnswerKey, Rating } from '#case/scoring/model/schemas.ts';
import type { Path } from './report.ts';

/** A decision with the ratings of its options. */
export interface RatedDecision {
  readonly id: string;
  readonly path: Path;
  readonly options: readonly (ScenarioOption & { readonly rating: Rating })[];
  readonly principle: string;
}

/** The rated decisions of a case, in the order of the file. Options without a rating are left out. */
export function decisionsWithRatings(
  scenario: Scenario,
  { decisions }: AnswerKey,
  tree: readonly TreeState[] = stateTree(scenario),
): RatedDecision[] {
  return tree.flatMap(({ id, state, path }) => {
    const entry = Object.hasOwn(decisions, id) ? decisions[id] : undefined;
    if (!entry || state.type !== 'decision') return [];
    const options = state.options.flatMap((option) => {
      const rating = Object.hasOwn(entry.options, option.id) ? entry.options[option.id]?.rating : undefined;
      return rating ? [{ ...option, rating }] : [];
    });
    return [{ id, path, options, principle: entry.principle }];
  });
}

/** The extreme of length that a strategy always chooses. */
export type Edge = 'longest' | 'shortest';

/** True if a good option is the longest of its decision, or the shortest; ties count. */
export function isGoodAtEdge({ options }: RatedDecision, edge: Edge): boolean {
  const lengths = options.map(({ text }) => text.length);
  const bound = edge === 'longest' ? Math.max(...lengths) : Math.min(...lengths);
  return options.some(({ text, rating }) => rating === 'good' && text.length === bound);
}
