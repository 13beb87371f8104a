import { InvariantError } from '#kernel/model/invariant.ts';

/**
 * Positive predictive value: the share of flags that are on controlled ads, from 0 to 1. All three arguments are shares
 * from 0 to 1: sensitivity (controlled ads that are flagged), specificity (other ads that are left alone), prevalence
 * (controlled ads among all ads). Undefined if nothing at all would be flagged.
 */
export function positivePredictiveValue(
  sensitivity: number,
  specificity: number,
  prevalence: number,
): number | undefined {
  for (const share of [sensitivity, specificity, prevalence]) {
    if (!(share >= 0 && share <= 1)) throw new InvariantError(`${share} is not a share. Give a number from 0 to 1.`);
  }
  const right = sensitivity * prevalence;
  const wrong = (1 - specificity) * (1 - prevalence);
  return right + wrong === 0 ? undefined : right / (right + wrong);
}

/** Number of false flags per true flag; undefined if no flag is true. */
export function falseFlagsPerRightFlag(
  sensitivity: number,
  specificity: number,
  prevalence: number,
): number | undefined {
  const right = positivePredictiveValue(sensitivity, specificity, prevalence);
  return right ? (1 - right) / right : undefined;
}
