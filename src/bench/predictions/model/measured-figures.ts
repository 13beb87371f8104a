import type { Rng } from '#kernel/model/rng.ts';
import { effectiveActors } from './effective-actors.ts';
import { jackknife, type Measured, type Spread } from './jackknife.ts';
import { measureFlags } from './measure-flags.ts';
import { measurePairs } from './measure-pairs.ts';
import { FIGURES, type FigureName, type PredictionFigure } from './schemas.ts';
import { type ActorWeights, actorsByKind, adsByActor, type ScoredAds, type ScoredPair } from './scored-ads.ts';
import type { SignTally } from './sign-figures.ts';
import { type FigureRange, spreadInterval } from './spread-interval.ts';
import { thresholdFigures } from './threshold-figures.ts';

/** A figure of one market with its interval, and what a mean over several markets needs to know of it. */
export interface MeasuredFigure extends PredictionFigure, Omit<Spread, 'value'> {
  /** What the figure can be at worst and at best. */
  readonly range: FigureRange;
  /** Actors of equal size that would weigh the same as those that it rests on. */
  readonly actors: number;
}

export type MeasuredFigures = Readonly<Partial<Record<FigureName, MeasuredFigure>>>;

export interface Measurement {
  readonly ads: ScoredAds;
  readonly pairs: readonly ScoredPair[];
  readonly signs: SignTally | undefined;
  /** Minimum probability that counts as a flag. */
  readonly threshold: number;
  /** Maximum groups of actors of one kind that are left out in turn. */
  readonly mostGroups: number;
  readonly rng: Rng;
  /** Figures that need more than the truth and the rows of a tool. */
  readonly more?: ((weights: ActorWeights) => Measured) | undefined;
}

/**
 * All figures of one market, in the order of `FIGURES`; an undefined one is left out. Intervals of rates at the threshold
 * are those of `actorRate`, all others come from leaving out actors.
 */
export function measuredFigures({ ads, pairs, signs, threshold, mostGroups, rng, more }: Measurement): MeasuredFigures {
  const { positive, others } = actorsByKind(ads);
  const adsOf = adsByActor(ads);
  const kinds = [positive, others];
  const measured = measurePairs(ads, pairs, signs);
  const flags = measureFlags(ads, threshold);
  const spreads = jackknife({ kinds, adsOf, mostGroups, rng }, (weights) => ({
    ...measured(weights),
    ...flags(weights),
    ...more?.(weights),
  }));
  const atThreshold: Partial<Record<FigureName, PredictionFigure | undefined>> = thresholdFigures(ads, threshold);
  const countedIn = countedActors(kinds, adsOf, signs);
  const figures: Partial<Record<FigureName, MeasuredFigure>> = {};
  for (const name of FIGURES) {
    const spread = spreads.get(name);
    if (!spread) continue;
    const { n, actors } = countedIn[name] ?? { n: ads.count, actors: effectiveActors(adsOf) };
    const range = rangeOf(name, ads);
    const [low, high] = spreadInterval(spread, range, actors);
    figures[name] = { ...spread, low, high, n, range, actors, ...atThreshold[name] };
  }
  return figures;
}

/**
 * What is counted in figures that are not about all ads alike, and for how many actors it counts: the smaller kind
 * limits what is known of a ranking of two kinds.
 */
function countedActors(
  kinds: readonly (readonly number[])[],
  adsOf: Uint32Array,
  signs: SignTally | undefined,
): Partial<Record<FigureName, { readonly n: number; readonly actors: number }>> {
  const ofKind = kinds.map((actors) => effectiveActors(actors.map((actor) => adsOf[actor] as number)));
  const [positive = 0, others = 0] = ofKind;
  const ranked = { n: adsOf.reduce((sum, own) => sum + own, 0), actors: Math.min(positive, others) };
  const counted = (counts: Float64Array) => ({
    n: counts.reduce((sum, own) => sum + own, 0),
    actors: effectiveActors(counts),
  });
  return {
    auc: ranked,
    'average-precision': ranked,
    sensitivity: { ...ranked, actors: positive },
    specificity: { ...ranked, actors: others },
    'ppv-2': ranked,
    'ppv-6': ranked,
    'ppv-20': ranked,
    ...(signs ? { 'sign-precision': counted(signs.named), 'sign-recall': counted(signs.planted) } : {}),
  };
}

/** What a figure can be at worst and at best. Brier skill is worst if every ad gets the wrong certainty. */
function rangeOf(name: FigureName, ads: ScoredAds): FigureRange {
  if (name === 'cluster-ari' || name === 'likelihood-rank') return [-1, 1];
  if (name !== 'brier-skill') return [0, 1];
  const share = ads.positive.reduce((sum, one) => sum + one, 0) / ads.count;
  return [1 - 1 / (share * (1 - share)), 1];
}
