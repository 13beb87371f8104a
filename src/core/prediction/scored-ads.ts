import { isSought } from '#core/market/actor-types.ts';
import type { PredictionRow, TruthRow } from './schemas.ts';

/** The ads that figures are about, as columns of equal length: a million of them fit and are gone through fast. */
export interface ScoredAds {
  readonly count: number;
  /** From 0 to 1. */
  readonly probability: Float64Array;
  /** 1 where the ad is controlled or deceptive, 0 elsewhere. */
  readonly positive: Uint8Array;
  /** Number of the actor behind the ad, from 0 up to, but not including, `actors`. */
  readonly actor: Uint32Array;
  readonly actors: number;
}

/** An ad that is scored and what a tool says of it; without a row it counts as not flagged. */
export type ScoredPair = readonly [truth: TruthRow, row: PredictionRow | undefined];

/** How often each actor counts. All ads of an actor count as often as the actor does. */
export type ActorWeights = ArrayLike<number>;

/** Every actor counts once. */
export const onceEach = ({ actors }: Pick<ScoredAds, 'actors'>): ActorWeights => new Uint8Array(actors).fill(1);

/** Puts pairs into columns, in their order. */
export function toScoredAds(pairs: readonly ScoredPair[]): ScoredAds {
  const numbers = new Map<string, number>();
  const probability = new Float64Array(pairs.length);
  const positive = new Uint8Array(pairs.length);
  const actor = new Uint32Array(pairs.length);
  pairs.forEach(([truth, row], ad) => {
    const number = numbers.get(truth.actor) ?? numbers.size;
    numbers.set(truth.actor, number);
    actor[ad] = number;
    probability[ad] = row?.probability ?? 0;
    positive[ad] = Number(isSought(truth.control));
  });
  return { count: pairs.length, probability, positive, actor, actors: numbers.size };
}

/** The numbers of the actors who have a positive ad, and of those who have none. */
export function actorsByKind(ads: ScoredAds): { readonly positive: number[]; readonly others: number[] } {
  const has = new Uint8Array(ads.actors);
  for (let ad = 0; ad < ads.count; ad++) if (ads.positive[ad] === 1) has[ads.actor[ad] as number] = 1;
  const kinds = { positive: [] as number[], others: [] as number[] };
  has.forEach((yes, actor) => {
    (yes === 1 ? kinds.positive : kinds.others).push(actor);
  });
  return kinds;
}
