import type { CaptureRecipe, RecipePlace } from '#evidence/locker/model/capture-recipe.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { required } from '#kernel/model/invariant.ts';
import { playRecipe } from '#kinds/preservation/use-cases/drill/play-recipe.ts';
import type { Market } from '#market/ads/model/market.ts';
import { lockerOfWorkbench } from './locker-of-attempt.ts';

/** The locker of a recipe, played in a market. It is built each time it is asked for, with the same bytes. */
export function lockerOfRecipe(recipe: CaptureRecipe, market: Market, place: RecipePlace): Locker {
  const { response, world, now } = playRecipe(recipe, market);
  const workbench = { ...place, reviewed: false, market, world, now };
  return required(lockerOfWorkbench(workbench, response), `a kept page of ${place.exercise} of ${place.caseId}`);
}
