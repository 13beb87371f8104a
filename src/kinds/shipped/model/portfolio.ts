import { COURTROOM_PORTFOLIO } from '#core/courtroom/portfolio.ts';
import { DETECTION_PORTFOLIO } from '#core/detection/portfolio.ts';
import type { ExercisePortfolio } from '#core/exercise/portfolio.ts';
import { createRegistry } from '#core/exercise/registry.ts';

/** What each kind gives to the portfolio; a kind that leaves nothing but its report has no entry. */
export const KIND_PORTFOLIOS = createRegistry<ExercisePortfolio>({
  courtroom: COURTROOM_PORTFOLIO,
  detection: DETECTION_PORTFOLIO,
});
