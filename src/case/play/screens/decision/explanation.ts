import type { Citation } from '#kernel/model/citation.ts';

/** Why a step was good or harmful. It comes apart from the scene, once the choice is in the log. */
export interface Explanation {
  readonly rating: 'good' | 'acceptable' | 'harmful' | 'red';
  readonly reason: string;
  readonly principle: string;
  readonly sources: readonly Citation[];
}

/**
 * Why there are no reasons: they could not be fetched; they answer another text of the case; they open in the debrief of
 * a room; or they lie sealed in the page.
 */
export type Unexplained = 'failed' | 'other-version' | 'later' | 'sealed';
