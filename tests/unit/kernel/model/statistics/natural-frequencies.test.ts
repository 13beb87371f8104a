import { describe, expect, it } from 'vitest';
import { naturalFrequencies } from '#kernel/model/statistics/natural-frequencies.ts';
import { positivePredictiveValue } from '#kernel/model/statistics/predictive-value.ts';

describe('a sign told as counts', () => {
  it('gives the shared telephone of 600 ads as 14.4 of 121.6, which is 12 in 100', () => {
    const told = naturalFrequencies(600, 0.06, 0.4, 0.19);

    expect(told.controlled).toBeCloseTo(36);
    expect(told.controlledShow).toBeCloseTo(14.4);
    expect(told.othersShow).toBeCloseTo(107.16);
    expect(told.controlledShow + told.othersShow).toBeCloseTo(121.56);
    expect(Math.round((told.share ?? 0) * 100)).toBe(12);
    expect(told.ratio).toBeCloseTo(2.1, 1);
  });

  it('gives the tool with 80 and 90 in 100 as right in 34 of 100 flags', () => {
    expect(Math.round((naturalFrequencies(600, 0.06, 0.8, 0.1).share ?? 0) * 100)).toBe(34);
  });

  it('agrees with the predictive value at every setting of the sliders, whatever the size of the market', () => {
    for (let prevalence = 1; prevalence <= 30; prevalence += 7)
      for (let rate = 0; rate <= 100; rate += 20)
        for (let others = 0; others <= 100; others += 20) {
          const shares = [rate / 100, others / 100] as const;
          const { share } = naturalFrequencies(600, prevalence / 100, ...shares);
          const value = positivePredictiveValue(shares[0], 1 - shares[1], prevalence / 100);
          if (value === undefined) expect(share).toBeUndefined();
          else expect(share).toBeCloseTo(value, 10);
        }
  });

  it('leaves the chance as it was where a sign is equally frequent on both sides', () => {
    const { share, ratio } = naturalFrequencies(600, 0.06, 0.3, 0.3);

    expect(share).toBeCloseTo(0.06);
    expect(ratio).toBe(1);
  });

  it('refuses what is not a share', () => {
    expect(() => naturalFrequencies(600, 6, 0.4, 0.19)).toThrow('6 is not a share');
  });
});
