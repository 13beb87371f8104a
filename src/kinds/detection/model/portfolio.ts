import type { ExercisePortfolio } from '#case/exercise/model/portfolio.ts';

/** How often each level of certainty was right, and what the levels are worth as probabilities. */
export const DETECTION_PORTFOLIO: ExercisePortfolio = {
  calibration: ['calibration-1', 'calibration-2', 'calibration-3', 'brier-skill'],
};
