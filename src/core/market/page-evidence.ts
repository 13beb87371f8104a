import type { Catalogue } from '#core/indicators/catalogue.ts';
import { type Ratios, weighEvidence } from '#core/indicators/weigh-evidence.ts';
import { isSought } from './actor-types.ts';
import type { AdTruth } from './ground-truth.ts';
import { isOnThePage } from './market.ts';

/**
 * Below this likelihood ratio the accessible evidence does not distinguish a controlled ad from others: missing it
 * costs nothing.
 */
const KNOWABLE_RATIO = 2;

/** What the page of an ad tells a reader who knows what each sign is worth. */
export interface PageEvidence {
  /** Signs, cues and traps on the page; those that only records show are left out. */
  readonly labels: AdTruth['labels'];
  /** Their likelihood ratio: controlled ads against others. */
  readonly ratio: number;
  /** True for a controlled ad that its page does not distinguish from others. */
  readonly notKnowable: boolean;
}

/** The evidence on the page of an ad, from its truth. */
export function pageEvidence({ labels: all, control }: AdTruth, catalogue: Catalogue, ratios: Ratios): PageEvidence {
  const labels = all.filter(({ at }) => isOnThePage(at));
  const ratio = weighEvidence(
    labels.map((label) => label.indicator),
    catalogue,
    ratios,
  );
  return { labels, ratio, notKnowable: isSought(control) && ratio < KNOWABLE_RATIO };
}
