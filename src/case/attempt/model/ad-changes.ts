import { valueIn } from '#case/language/model/compiled-scenario.ts';
import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { type AdChange, adsSharingPhone } from '#market/ads/model/world-state.ts';
import type { PlayableCase } from './case-material.ts';

/**
 * Changes of ads that the story makes because a step made a variable true: from the combination `before` to `after`, timed
 * from the start of the step. `cause` is the number of its event.
 */
export function adChanges(
  { scenario, market }: Pick<PlayableCase, 'scenario' | 'market'>,
  before: number,
  after: number,
  since: Instant,
  cause?: number,
): AdChange[] {
  return scenario.world
    .filter(
      ({ when }) =>
        valueIn(scenario.variables, before, when) === false && valueIn(scenario.variables, after, when) === true,
    )
    .flatMap(({ change, afterMinutes, sharingPhoneWith, to }) =>
      adsSharingPhone(market, sharingPhoneWith).map(
        (ad): AdChange => ({
          ad,
          change,
          at: addMinutes(since, afterMinutes),
          ...(to && { to }),
          ...(cause !== undefined && { cause }),
        }),
      ),
    );
}
