import type { KindPlay } from '#case/exercise/model/kind-play.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import { KIND_SCORES } from '#kinds/shipped/model/scores.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Market } from '#market/ads/model/market.ts';
import { NOW } from './a-market.ts';
import { scored } from './a-reader.ts';
import { LIBRARY, PROFILE } from './the-library.ts';

/** Who runs each site of the shipped profile. */
export const OWNERS = Object.fromEntries(PROFILE.sites.map(({ id, owner }) => [id, owner]));

interface Kind<Response, Action extends { readonly type: string }> {
  readonly play: KindPlay<{ response: Response; action: Action }>;
  readonly players: PlayersOf<Action>;
}

/** One exercise of a kind over a whole market, scored as a case scores it. */
export function aTableOf<Response, Action extends { readonly type: string }>(
  { market, truth }: { readonly market: Market; readonly truth: GroundTruth },
  { play, players }: Kind<Response, Action>,
  brief: Readonly<Record<string, unknown>> = {},
) {
  const { catalogue } = LIBRARY;
  const answers = { truth, catalogue, prevalence: truth.prevalence, owners: OWNERS };
  const scenario = { states: { board: { type: 'exercise', kind: play.kind, brief } } };
  const table = { material: { market, scenario }, answers, attempt: { state: 'board' } } as unknown as Table;
  const after = (actions: readonly Action[]): Response =>
    actions.reduce((response, action, n) => play.reduce(response, action, { at: NOW, seq: n + 1 }), play.empty);
  const score = (actions: readonly Action[]) => {
    const scoring = KIND_SCORES.need(play.kind);
    const key = { scenario: 'board' };
    return scored(scoring.score(after(actions), { ...answers, key }, { market, world: [], evidence: [1], brief }));
  };
  const actionsOf = (policy: PolicyName) => players[policy]?.(table) ?? [];
  return {
    after,
    score,
    actionsOf,
    /** Scores a reference player, with some more steps after its own. */
    plays: (policy: PolicyName, ...more: readonly Action[]) => score([...actionsOf(policy), ...more]),
  };
}
