import { isSought } from './actor-types.ts';
import type { AdTruth } from './ground-truth.ts';
import { KNOWABLE_RATIO } from './knowable-ratio.ts';
import { isOnThePage } from './market.ts';

/** What the pages of a market tell of an ad to a reader who knows how the market was drawn. */
export interface PageEvidence {
  /** Signs, cues and traps on the page; those that only records show are left out. */
  readonly labels: AdTruth['labels'];
  /** Likelihood ratio of an ideal reader of all pages, links between them included: controlled ads against others. */
  readonly ratio: number;
  /** True for a controlled ad that pages do not distinguish from others. */
  readonly notKnowable: boolean;
}

/**
 * The evidence on pages about an ad, from its truth. An ideal reader also weighs that a page shows no cue. A reader who
 * has to name a sign cannot: an ad without a sign on its page counts at most as one of which nothing is known.
 */
export function pageEvidence({ labels: all, control, pageRatio }: AdTruth): PageEvidence {
  const labels = all.filter(({ at }) => isOnThePage(at));
  const ratio = labels.some(({ kind }) => kind === 'sign') ? pageRatio : Math.min(1, pageRatio);
  return { labels, ratio, notKnowable: isSought(control) && ratio < KNOWABLE_RATIO };
}
