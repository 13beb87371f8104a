import type { Review } from './schemas.ts';

/** The sides from which a text is looked at. */
export const ASPECTS = ['safety', 'support', 'law'] as const;

/** True where all three sides of this very text were looked at; a change of the text sets it back by itself. */
export function isReviewed(review: Review, textHash: string): boolean {
  return ASPECTS.every((aspect) => {
    const entry = review[aspect];
    return entry.status === 'reviewed' && entry.textHash === textHash;
  });
}
