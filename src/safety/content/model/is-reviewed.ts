import type { Review } from './schemas.ts';

/** Aspects of a review. */
export const ASPECTS = ['safety', 'support', 'law'] as const;

/**
 * True if all three aspects of exactly this text were reviewed, no reviewer disputes a statement, and each statement was
 * judged for one aspect at least; any change of the text invalidates the review.
 */
export function isReviewed(review: Review, textHash: string): boolean {
  const unjudged = ASPECTS.map((aspect) => {
    const entry = review[aspect];
    const isOf = entry.status === 'reviewed' && entry.textHash === textHash && entry.disputes === undefined;
    return isOf ? (entry.unjudged ?? []) : undefined;
  });
  return (
    unjudged.every((ids) => ids !== undefined) && !unjudged[0]?.some((id) => unjudged.every((ids) => ids?.includes(id)))
  );
}
