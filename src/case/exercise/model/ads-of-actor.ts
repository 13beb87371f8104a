import { required } from '#kernel/model/invariant.ts';
import { pageEvidence } from '#market/ads/model/page-evidence.ts';
import type { ExerciseAnswers } from './kind-scores.ts';

/** All ads of the actor behind the ad that a key names, limited to those whose pages show evidence of that actor. */
export function adsOfActor(named: string | undefined, { truth }: Pick<ExerciseAnswers, 'truth'>): string[] {
  const subject = required(
    truth.ads.find(({ ad }) => ad === named),
    `ad ${named} in the truth of market ${truth.marketId}`,
  );
  return truth.ads
    .filter(({ actor, possibleMinor }) => actor === subject.actor && !possibleMinor)
    .filter((ad) => !pageEvidence(ad).notKnowable)
    .map(({ ad }) => ad);
}
