import type { Recommendation, TrainingPlace } from './schemas.ts';

/** What the kit has for a recommendation: work, only texts that tell or argue, or nothing. */
export const STANDINGS = ['trained', 'debated', 'not-here'] as const;
export type RecommendationStanding = (typeof STANDINGS)[number];

/** The standing of a recommendation, from the places that it names and from nothing else. */
export function standingOf({ trainedIn }: Pick<Recommendation, 'trainedIn'>): RecommendationStanding {
  if (trainedIn.length === 0) return 'not-here';
  return trainedIn.some(({ as }) => as === 'trained') ? 'trained' : 'debated';
}

/** The recommendations that name a lesson or a case among their places, in their order. */
export function recommendationsAt(
  recommendations: readonly Recommendation[],
  place: { readonly lesson: string } | { readonly case: string },
): readonly Recommendation[] {
  return recommendations.filter(({ trainedIn }) => trainedIn.some((named) => isAt(named, place)));
}

function isAt(named: TrainingPlace, place: { readonly lesson?: string; readonly case?: string }): boolean {
  if ('lesson' in named) return named.lesson === place.lesson;
  return 'case' in named && named.case === place.case;
}

/** How many recommendations have each standing. */
export function countStandings(
  recommendations: readonly Pick<Recommendation, 'trainedIn'>[],
): Record<RecommendationStanding, number> {
  const counts: Record<RecommendationStanding, number> = { trained: 0, debated: 0, 'not-here': 0 };
  for (const recommendation of recommendations) counts[standingOf(recommendation)] += 1;
  return counts;
}
