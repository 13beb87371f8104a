import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { Act } from './acts.ts';
import type { KindTypes } from './define-kind.ts';
import type { ActionContext } from './exercise-kind.ts';

/** How an exercise is played: loaded with the page of a case, without zod and without a key. */
export interface KindPlay<K extends Pick<KindTypes, 'response' | 'action'> = Pick<KindTypes, 'response' | 'action'>> {
  readonly kind: string;
  /** The response before the first act. */
  readonly empty: K['response'];
  /** Pure. An unknown action leaves the response unchanged. */
  reduce(response: K['response'], action: K['action'], context: ActionContext): K['response'];
  /** Minutes of case time that an action takes. */
  minutes(action: K['action']): number;
  /** False if the exercise shows no ad of the market. */
  readonly showsAds: boolean;
  /**
   * Set if the exercise is scored and explained as soon as it is committed; others are explained at the end of the
   * case.
   */
  readonly explainedAtOnce?: true;
  /**
   * Acts that are done in this exercise and not by the choice that opens it: that choice alone does not count as the
   * act.
   */
  readonly doesActs?: readonly Act[];
  /** Names of the parts that this kind adds to the key of such a case; `keyFiles` of its build writes them. */
  keyParts?(scenario: Pick<CompiledScenario, 'states'>): readonly string[];
}
