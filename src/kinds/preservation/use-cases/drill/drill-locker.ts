import { withClockReading } from '#evidence/drill/model/clock-reading.ts';
import type { DrillLockerId } from '#evidence/drill/model/draw-drill.ts';
import { DRILL_RECIPES } from '#evidence/drill/use-cases/drill-recipes.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { required } from '#kernel/model/invariant.ts';
import { lockerOfRecipe } from '#kinds/preservation/use-cases/locker/locker-of-recipe.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';

/** Name of every drill file. Not derived from a hash, so that it does not reveal what was planted. */
const NAME = 'tamper-drill';

/** What markets are made of, besides what a recipe says: the library of the project has all of it. */
export interface DrillTexts extends Pick<MarketOrder, 'lexicon' | 'posts' | 'catalogue' | 'planting' | 'weights'> {
  readonly profiles: ReadonlyMap<string, MarketOrder['profile']>;
}

/**
 * A clean locker for the tamper drill: pages of a separate market, kept by good practice. No case uses this market, so
 * that a drill reveals nothing about a case.
 */
export function drillLocker(texts: DrillTexts, id: DrillLockerId): Locker {
  const recipe = DRILL_RECIPES[id];
  const { profiles, lexicon, posts, catalogue, planting, weights } = texts;
  const profile = required(profiles.get(recipe.profile), `the market profile ${recipe.profile}`);
  const { market } = generateMarket({
    lexicon,
    posts,
    catalogue,
    planting,
    weights,
    profile,
    size: 'practice',
    prevalence: 'PRACTICE',
    seed: `${NAME} ${id}`,
    until: recipe.begins,
  });
  const place = { caseId: NAME, title: 'Tamper drill', exercise: 'drill' };
  return withClockReading({ ...lockerOfRecipe(recipe, market, place), id: NAME });
}
