import { wilsonInterval } from '#core/measures/signal-detection.ts';
import type { PredictionFigure } from './schemas.ts';

/** "So many of so many" with Wilson's interval; undefined where there was nothing to count. */
export function rateFigure(successes: number, trials: number): PredictionFigure | undefined {
  if (trials === 0) return undefined;
  const [low, high] = wilsonInterval(successes, trials);
  const value = successes / trials;
  // Rounding may put an end on the wrong side of the value by the last digit.
  return { value, low: Math.min(low, value), high: Math.max(high, value), n: trials };
}
