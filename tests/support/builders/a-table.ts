import { POLICIES, type Policy, type PolicyName } from '#app/reference/policies.ts';
import type { Table } from '#app/reference/table.ts';
import type { ExercisePlay, ScorePart } from '#core/exercise/exercise-kind.ts';
import type { GroundTruth } from '#core/market/ground-truth.ts';
import type { Market } from '#core/market/market.ts';
import { EXERCISE_SCORES } from '#core/scoring/exercise-scores.ts';
import { NOW } from './a-market.ts';
import { scored } from './a-reader.ts';
import { LIBRARY, PROFILE } from './the-library.ts';

/** Who runs each site of the shipped profile. */
export const OWNERS = Object.fromEntries(PROFILE.sites.map(({ id, owner }) => [id, owner]));

interface Kind<Response, Action> {
  readonly play: ExercisePlay<Response>;
  readonly act: (policy: Policy) => (table: Table) => readonly Action[];
}

/** One exercise of a kind over a whole market, scored as a case scores it. */
export function aTableOf<Response, Action extends { readonly type: string }>(
  { market, truth }: { readonly market: Market; readonly truth: GroundTruth },
  { play, act }: Kind<Response, Action>,
  brief: Readonly<Record<string, unknown>> = {},
) {
  const { catalogue } = LIBRARY;
  const answers = { truth, catalogue, prevalence: truth.prevalence, owners: OWNERS };
  const scenario = { states: { board: { type: 'exercise', kind: play.kind, brief } } };
  const table = { material: { market, scenario }, answers, attempt: { state: 'board' } } as unknown as Table;
  const after = (actions: readonly Action[]): Response =>
    actions.reduce(
      (response, action, n) => play.reduce(response, action as never, { at: NOW, seq: n + 1 }),
      play.empty,
    );
  const score = (actions: readonly Action[]) => {
    const scorer = EXERCISE_SCORES[play.kind] as unknown as (...input: readonly unknown[]) => ScorePart;
    return scored(scorer(after(actions), answers, { market, world: [], evidence: [1], brief }));
  };
  const actionsOf = (policy: PolicyName) => act(POLICIES[policy])(table);
  return {
    after,
    score,
    actionsOf,
    /** Scores a reference player, with some more deeds after its own. */
    plays: (policy: PolicyName, ...more: readonly Action[]) => score([...actionsOf(policy), ...more]),
  };
}
