import type { Citation } from '#core/indicators/schemas.ts';

/** Why a step was good or harmful. It comes apart from the scene, once the choice is in the log. */
export interface Explanation {
  readonly rating: 'good' | 'acceptable' | 'harmful' | 'red';
  readonly reason: string;
  readonly principle: string;
  readonly sources: readonly Citation[];
}
