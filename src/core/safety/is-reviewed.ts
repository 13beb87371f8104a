import type { Review } from './schemas.ts';

/** Aspects of a review. */
export const ASPECTS = ['safety', 'support', 'law'] as const;

/**
 * True if all three aspects of exactly this text were reviewed and no reviewer disputes a statement; any change of the
 * text invalidates the review.
 */
export function isReviewed(review: Review, textHash: string): boolean {
  return ASPECTS.every((aspect) => {
    const entry = review[aspect];
    return entry.status === 'reviewed' && entry.textHash === textHash && entry.disputes === undefined;
  });
}
