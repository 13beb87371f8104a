import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import type { CaptureRecipe, RecipePlace } from '#evidence/locker/model/capture-recipe.ts';
import type { Market } from '#market/ads/model/market.ts';

/** Seconds between the acts at the workbench, in turn. */
const PACE = [74, 61, 92, 118, 66];

/** How the locker of a bundle comes about: its captured pages, kept by good practice, from the market of the case. */
export function recipeOfBundle(
  { id, title, locker }: Bundle,
  market: Market,
): { readonly recipe: CaptureRecipe; readonly place: RecipePlace } {
  const { ads, begins, actor, role, legalBasis, offsetSeconds } = locker;
  return {
    recipe: {
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
    place: { caseId: id, title, exercise: locker.exhibit.toLowerCase() },
  };
}
