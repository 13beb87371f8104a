import type { ExercisePortfolio } from '#case/exercise/model/portfolio.ts';
import { createRegistry } from '#case/exercise/model/registry.ts';
import { COURTROOM_PORTFOLIO } from '#kinds/courtroom/model/portfolio.ts';
import { DETECTION_PORTFOLIO } from '#kinds/detection/model/portfolio.ts';

/** What each kind gives to the portfolio; a kind that leaves nothing but its report has no entry. */
export const KIND_PORTFOLIOS = createRegistry<ExercisePortfolio>({
  courtroom: COURTROOM_PORTFOLIO,
  detection: DETECTION_PORTFOLIO,
});
