import { wilsonInterval } from '#core/measures/signal-detection.ts';
import type { PredictionFigure } from './schemas.ts';

/** A rate with Wilson's interval; undefined if there was nothing to count. */
export function rateFigure(successes: number, trials: number): PredictionFigure | undefined {
  if (trials === 0) return undefined;
  const [low, high] = wilsonInterval(successes, trials);
  const value = successes / trials;
  // Rounding may move an end across the value in the last digit.
  return { value, low: Math.min(low, value), high: Math.max(high, value), n: trials };
}
