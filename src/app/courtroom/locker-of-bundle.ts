import { lockerOfBench } from '#app/evidence/locker-of-attempt.ts';
import { playRecipe } from '#app/evidence/play-recipe.ts';
import type { Bundle } from '#core/bundle/bundle.ts';
import type { Locker } from '#core/evidence/locker.ts';
import { required } from '#core/kernel/invariant.ts';
import type { Market } from '#core/market/market.ts';

/** Seconds between the acts at the bench, in turn. */
const PACE = [74, 61, 92, 118, 66];

/**
 * The locker of a bundle: its captured pages, kept by good practice, from the market of the case. It is built each time
 * it is opened, with the same bytes.
 */
export function lockerOfBundle({ id, title, locker }: Bundle, market: Market): Locker {
  const { ads, begins, actor, role, legalBasis, offsetSeconds } = locker;
  const { response, world, now } = playRecipe(
    {
      profile: market.profile,
      begins,
      person: { actor, role },
      legalBasis,
      purpose: 'to keep what stands on these pages',
      scope: 'the ads named here',
      tool: 'Checkathon capture bench',
      workstation: 'case room',
      offsetSeconds,
      ads,
      pace: PACE,
    },
    market,
  );
  const bench = { caseId: id, title, reviewed: false, exercise: locker.exhibit.toLowerCase(), market, world, now };
  return required(lockerOfBench(bench, response), `a kept page of the bundle ${id}`);
}
