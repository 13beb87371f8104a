import type { OpenedMotion } from '#kinds/courtroom/use-cases/rulings-part.ts';

/**
 * What stands behind a signed ruling: the model rulings, that they are being fetched, that they could not be fetched, or
 * that they open in the debrief only.
 */
export type MotionOpening = OpenedMotion | 'loading' | 'failed' | 'later';
