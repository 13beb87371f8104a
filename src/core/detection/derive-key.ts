import type { Catalogue } from '#core/indicators/catalogue.ts';
import { posterior, weighEvidence } from '#core/indicators/weigh-evidence.ts';
import type { AdTruth, GroundTruth } from '#core/market/ground-truth.ts';
import { BANDS, type Band } from './play.ts';

/** Upper ends of the bands on the posterior probability: below .11 no action, .24 check links, .49 prioritise. Training values. */
const BAND_ENDS: readonly (readonly [number, Band])[] = [
  [0.11, 'none'],
  [0.24, 'check'],
  [0.49, 'prioritise'],
];

/** Below this ratio nothing that can be reached tells a controlled ad from others: no one is marked down for it. */
const KNOWABLE_RATIO = 2;

/** From this ratio on an innocent ad looks like a controlled one: setting it before others is acceptable. */
const LOOKS_CONTROLLED_RATIO = 5;

/** What a good reader of one ad may answer, and why. */
export interface AdKey extends AdTruth {
  readonly ratio: number;
  readonly posterior: number;
  /** The band of the ideal observer, who knows the weights but not the truth. */
  readonly idealBand: Band;
  readonly acceptable: readonly Band[];
  readonly notKnowable: boolean;
}

/** The band that a probability falls in. */
export function bandOf(probability: number): Band {
  return BAND_ENDS.find(([end]) => probability < end)?.[1] ?? 'urgent';
}

/**
 * The key of a detection exercise over a whole market. `prevalence` is the announced share of controlled ads (0 to 1).
 * A key band is a set: see `AdKey.acceptable`.
 */
export function deriveKey(truth: GroundTruth, catalogue: Catalogue, prevalence: number): AdKey[] {
  return truth.ads.map((ad): AdKey => {
    const ratio = weighEvidence(
      ad.labels.filter((label) => label.kind !== 'trap').map((label) => label.indicator),
      catalogue,
    );
    const probability = posterior(ratio, prevalence);
    const controlled = ad.control === 'controlled';
    const notKnowable = controlled && ratio < KNOWABLE_RATIO;
    return {
      ...ad,
      ratio,
      posterior: probability,
      idealBand: bandOf(probability),
      notKnowable,
      acceptable: acceptableBands(controlled, notKnowable, ratio),
    };
  });
}

function acceptableBands(controlled: boolean, notKnowable: boolean, ratio: number): readonly Band[] {
  if (notKnowable) return BANDS;
  if (controlled) return ['prioritise', 'urgent'];
  return ratio >= LOOKS_CONTROLLED_RATIO ? ['check', 'prioritise'] : ['none', 'check'];
}
