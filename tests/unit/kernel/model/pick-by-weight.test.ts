import { describe, expect, it } from 'vitest';
import { pickByWeight } from '#kernel/model/pick-by-weight.ts';

describe('a choice by weight', () => {
  it('gives each index the part of the numbers that its weight is of the sum', () => {
    const weights = [3, 0, 1, 4];
    const picked = Array.from({ length: 800 }, (_, n) => pickByWeight(weights, n / 800));
    expect(weights.map((_, n) => picked.filter((one) => one === n).length)).toEqual([300, 0, 100, 400]);
  });

  it('gives the last weight above 0 where rounding leaves a rest, and -1 where there is nothing to pick', () => {
    expect(pickByWeight([0.1, 0.2, 0], 1, 1)).toBe(1);
    expect(pickByWeight([0, 0], 0.5)).toBe(-1);
    expect(pickByWeight([], 0.5)).toBe(-1);
  });
});
