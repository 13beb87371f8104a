import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseFlagsPerRightFlag, positivePredictiveValue } from '#kernel/model/statistics/predictive-value.ts';

describe('positivePredictiveValue', () => {
  it.each([
    { prevalence: 0.02, right: 0.14, falsePerRight: 6.1 },
    { prevalence: 0.06, right: 0.34, falsePerRight: 2.0 },
    { prevalence: 0.2, right: 0.67, falsePerRight: 0.5 },
  ])('gives the known answers for the same reader at $prevalence', ({ prevalence, right, falsePerRight }) => {
    expect(positivePredictiveValue(0.8, 0.9, prevalence)).toBeCloseTo(right, 2);
    expect(falseFlagsPerRightFlag(0.8, 0.9, prevalence)).toBeCloseTo(falsePerRight, 1);
  });

  it('agrees with counting: 9 right and 12 false flags among 100 ads', () => {
    const sensitivity = 9 / (9 + 3);
    const specificity = 76 / (76 + 12);

    expect(positivePredictiveValue(sensitivity, specificity, 12 / 100)).toBeCloseTo(9 / 21, 12);
  });

  it('agrees with counting in any market, and grows with everything that helps', () => {
    const some = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(some, fc.nat(60), some, some, (hits, misses, falseAlarms, left) => {
        const ads = hits + misses + falseAlarms + left;
        const share = (hits + misses) / ads;
        const [sensitivity, specificity] = [hits / (hits + misses), left / (left + falseAlarms)];
        const value = positivePredictiveValue(sensitivity, specificity, share) ?? Number.NaN;

        expect(value).toBeCloseTo(hits / (hits + falseAlarms), 12);
        expect(falseFlagsPerRightFlag(sensitivity, specificity, share)).toBeCloseTo(falseAlarms / hits, 9);
        expect(positivePredictiveValue(sensitivity, specificity, (share + 1) / 2)).toBeGreaterThan(value);
        expect(positivePredictiveValue(sensitivity, (specificity + 1) / 2, share)).toBeGreaterThan(value);
      }),
    );
  });

  it('is the base rate for random flags', () => {
    expect(positivePredictiveValue(0.3, 0.7, 0.06)).toBeCloseTo(0.06, 12);
  });

  it('is 1 where no other ad is ever flagged and 0 where there is nothing to find', () => {
    expect(positivePredictiveValue(0.5, 1, 0.06)).toBe(1);
    expect(positivePredictiveValue(0.8, 0.9, 0)).toBe(0);
    expect(falseFlagsPerRightFlag(0.8, 0.9, 0)).toBeUndefined();
  });

  it('has no value where nothing is flagged', () => {
    expect(positivePredictiveValue(0, 1, 0.06)).toBeUndefined();
    expect(falseFlagsPerRightFlag(0, 1, 0.06)).toBeUndefined();
  });

  it('throws for a value outside 0 to 1', () => {
    expect(() => positivePredictiveValue(80, 0.9, 0.06)).toThrow('not a share');
    expect(() => positivePredictiveValue(Number.NaN, 0.9, 0.06)).toThrow('not a share');
  });
});
