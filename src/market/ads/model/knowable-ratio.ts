/**
 * Below this likelihood ratio the accessible evidence does not distinguish a controlled ad from others: missing it
 * costs nothing.
 */
export const KNOWABLE_RATIO = 2;
