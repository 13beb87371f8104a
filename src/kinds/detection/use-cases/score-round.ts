import type { ScorePart } from '#case/exercise/model/exercise-kind.ts';
import { deriveKey } from '#kinds/detection/model/derive-key.ts';
import type { DetectionResponse } from '#kinds/detection/model/play.ts';
import { scoreDetection } from '#kinds/detection/model/score.ts';
import type { PracticeRound } from '#kinds/detection/use-cases/practice/find-round.ts';
import { catalogueOf, type RoundLibrary } from '#kinds/detection/use-cases/practice/round-library.ts';

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
