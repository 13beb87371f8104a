import type { Catalogue } from '#core/indicators/catalogue.ts';
import { type Ratios, weighEvidence } from '#core/indicators/weigh-evidence.ts';
import { isSought } from './actor-types.ts';
import type { AdTruth } from './ground-truth.ts';
import { isOnThePage } from './market.ts';

/** Below this ratio nothing that can be reached tells a controlled ad from others: no one is marked down for it. */
const KNOWABLE_RATIO = 2;

/** What the page of an ad tells somebody who knows what each sign is worth. */
export interface PageEvidence {
  /** Signs, cues and traps that stand on the page; what only records show is left out. */
  readonly labels: AdTruth['labels'];
  /** How many times likelier they are in a controlled ad than in another. */
  readonly ratio: number;
  /** A controlled ad that nothing on its page tells from others. */
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
