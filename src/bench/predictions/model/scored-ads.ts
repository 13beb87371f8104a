import { isSought } from '#market/ads/model/actor-types.ts';
import type { PredictionRow, TruthRow } from './schemas.ts';

/** The scored ads as columns of equal length: a million of them fit into memory and are processed fast. */
export interface ScoredAds {
  readonly count: number;
  /** From 0 to 1. */
  readonly probability: Float64Array;
  /** 1 if the ad is controlled or deceptive, otherwise 0. */
  readonly positive: Uint8Array;
  /** Number of the actor behind the ad, from 0 up to, but not including, `actors`. */
  readonly actor: Uint32Array;
  readonly actors: number;
}

/** A scored ad and the tool's prediction for it; without a row it counts as not flagged. */
export type ScoredPair = readonly [truth: TruthRow, row: PredictionRow | undefined];

/** Weight of each actor, which applies to all its ads. */
export type ActorWeights = ArrayLike<number>;

/** Converts pairs to columns, in their order. */
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

/** Number of ads of each actor. */
export function adsByActor({ count, actor, actors }: ScoredAds): Uint32Array {
  const ads = new Uint32Array(actors);
  for (let ad = 0; ad < count; ad++) ads[actor[ad] as number] = (ads[actor[ad] as number] as number) + 1;
  return ads;
}

/** The actors with a positive ad, and those without. */
export function actorsByKind(ads: ScoredAds): { readonly positive: number[]; readonly others: number[] } {
  const has = new Uint8Array(ads.actors);
  for (let ad = 0; ad < ads.count; ad++) if (ads.positive[ad] === 1) has[ads.actor[ad] as number] = 1;
  const kinds = { positive: [] as number[], others: [] as number[] };
  has.forEach((yes, actor) => {
    (yes === 1 ? kinds.positive : kinds.others).push(actor);
  });
  return kinds;
}
