import { describe, expect, it } from 'vitest';
import { spreadInterval } from '#bench/predictions/model/spread-interval.ts';
import { wilsonInterval } from '#kernel/model/statistics/signal-detection.ts';
import { studentQuantile } from '#kernel/model/statistics/student-quantile.ts';

const logit = (share: number) => Math.log(share / (1 - share));

describe('spreadInterval', () => {
  it('reaches as far on both sides on the logit scale, by Student t', () => {
    const [low, high] = spreadInterval({ value: 0.9, variance: 0.03 ** 2, freedom: 12 }, [0, 1], 20);
    const reach = (studentQuantile(0.05, 12) * 0.03) / 0.09;

    expect(logit(high) - logit(0.9)).toBeCloseTo(reach, 10);
    expect(logit(0.9) - logit(low)).toBeCloseTo(reach, 10);
  });

  it('never leaves the range of the figure', () => {
    const [low, high] = spreadInterval({ value: -4, variance: 900, freedom: 3 }, [-5.25, 1], 20);

    expect(low).toBeGreaterThanOrEqual(-5.25);
    expect(high).toBeLessThanOrEqual(1);
  });

  it('counts actors at the end of the range, where nothing varies', () => {
    const [low, high] = spreadInterval({ value: 1, variance: 0, freedom: 1 }, [-1, 1], 12);
    const [least] = wilsonInterval(12, 12, studentQuantile(0.05, 11));

    expect(low).toBeCloseTo(2 * least - 1, 12);
    expect(high).toBe(1);
  });

  it('is the value alone where it does not depend on the actors, and the whole range where nothing is known', () => {
    expect(spreadInterval({ value: 0.5, variance: 0, freedom: 1 }, [0, 1], 12)).toEqual([0.5, 0.5]);
    expect(spreadInterval({ value: 0.5, variance: undefined, freedom: 1 }, [0, 1], 12)).toEqual([0, 1]);
  });
});
