import type { PracticeRound } from '#app/practice/find-round.ts';
import { catalogueOf, type RoundLibrary } from '#app/practice/round-library.ts';
import { deriveKey } from '#core/detection/derive-key.ts';
import type { DetectionResponse } from '#core/detection/play.ts';
import { scoreDetection } from '#core/detection/score.ts';
import type { ScorePart } from '#core/exercise/exercise-kind.ts';

/** Scores a round of practice as far as it has been read. */
export function scoreRound(
  library: Pick<RoundLibrary, 'indicators'>,
  { market, truth, prevalence }: PracticeRound,
  response: DetectionResponse,
): ScorePart {
  const catalogue = catalogueOf(library);
  const key = deriveKey(truth, prevalence);
  const ratios = new Map(Object.entries(truth.weights));
  return scoreDetection(response, { key, catalogue, ratios }, { market, world: [], evidence: [] });
}
