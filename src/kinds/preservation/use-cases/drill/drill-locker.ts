import type { Locker } from '#core/evidence/locker.ts';
import type { DrillLockerId } from '#core/evidence/tamper/draw-drill.ts';
import { required } from '#core/kernel/invariant.ts';
import type { MarketOrder } from '#core/market-generator/drawn-market.ts';
import { generateMarket } from '#core/market-generator/generate-market.ts';
import { DRILL_RECIPES } from './drill-recipes.ts';
import { lockerOfRecipe } from './locker-of-recipe.ts';

/** Name of every drill file. Not derived from a hash, so that it does not reveal what was planted. */
const NAME = 'tamper-drill';

/** What markets are made of, besides what a recipe says: the library of the project has all of it. */
export interface DrillTexts extends Pick<MarketOrder, 'lexicon' | 'language' | 'catalogue' | 'planting' | 'weights'> {
  readonly profiles: ReadonlyMap<string, MarketOrder['profile']>;
}

/**
 * A clean locker for the tamper drill: pages of a separate market, kept by good practice. No case uses this market, so
 * that a drill reveals nothing about a case.
 */
export function drillLocker(texts: DrillTexts, id: DrillLockerId): Locker {
  const recipe = DRILL_RECIPES[id];
  const { profiles, lexicon, language, catalogue, planting, weights } = texts;
  const profile = required(profiles.get(recipe.profile), `the market profile ${recipe.profile}`);
  const { market } = generateMarket({
    lexicon,
    language,
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
  return { ...lockerOfRecipe(recipe, market, place), id: NAME };
}
