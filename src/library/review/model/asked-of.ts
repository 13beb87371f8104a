import type { ReviewStatement } from '#case/plug/model/review-statement.ts';

/**
 * The kind of a statement that asks whether something may stay, and is answered with yes or no; undefined for one that
 * states something, with which a reviewer agrees or not.
 */
export const askedOf = ({ kind }: ReviewStatement): 'wordings' | 'doubt' | undefined =>
  kind === 'wordings' || kind === 'doubt' ? kind : undefined;
