import type { CaptureRecipe, RecipePlace } from '#core/evidence/capture-recipe.ts';
import type { Locker } from '#core/evidence/locker.ts';
import { required } from '#core/kernel/invariant.ts';
import type { Market } from '#core/market/market.ts';
import { lockerOfBench } from './locker-of-attempt.ts';
import { playRecipe } from './play-recipe.ts';

/** The locker of a recipe, played in a market. It is built each time it is asked for, with the same bytes. */
export function lockerOfRecipe(recipe: CaptureRecipe, market: Market, place: RecipePlace): Locker {
  const { response, world, now } = playRecipe(recipe, market);
  const bench = { ...place, reviewed: false, market, world, now };
  return required(lockerOfBench(bench, response), `a kept page of ${place.exercise} of ${place.caseId}`);
}
