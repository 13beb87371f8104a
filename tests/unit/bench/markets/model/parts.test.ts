import { describe, expect, it } from 'vitest';
import { fitLine } from '#bench/markets/model/fit-line.ts';
import { learnShares } from '#bench/markets/model/learned-shares.ts';
import { linkComponents } from '#bench/markets/model/link-components.ts';
import type { Ad } from '#market/ads/model/market.ts';

describe('a fitted line', () => {
  it('gives back the shares of two values', () => {
    // Three of ten ads at 0 and eight of ten at 1 are sought: a line through two points has no error.
    const values = Array.from({ length: 20 }, (_, n) => Number(n >= 10));
    const sides = values.map((value, n) => (value === 0 ? n < 3 : n < 18));
    const chanceOf = fitLine(values, sides);

    expect(chanceOf(0)).toBeCloseTo(0.3, 3);
    expect(chanceOf(1)).toBeCloseTo(0.8, 3);
  });

  it('stays between 0 and 1 where a value tells both sides apart', () => {
    const chanceOf = fitLine([-2, -1, 1, 2], [false, false, true, true]);

    expect(chanceOf(-2)).toBeGreaterThan(0);
    expect(chanceOf(-2)).toBeLessThan(0.1);
    expect(chanceOf(2)).toBeGreaterThan(0.9);
  });
});

describe('learned shares', () => {
  it('count how often ads of a step were sought, with half an ad on each side', () => {
    const shares = learnShares(
      [...Array(9)].map((_, n) => [n < 4 ? 0 : n < 6 ? 2 : 7, n % 2 === 0] as const),
      2,
    );

    expect(shares(0)).toBe(2.5 / 5);
    expect(shares(1)).toBe(0.5);
    expect(shares(2)).toBe(3.5 / 6);
    expect(shares(50)).toBe(shares(2));
  });
});

const anAd = (id: string, account: string, fields: Record<string, string>): Ad => ({
  id,
  site: 's',
  title: '',
  account,
  postedAt: '2031-03-01T09:00:00Z',
  renewals: 0,
  versions: [{ from: '2031-03-01T09:00:00Z', sentences: [], fields }],
});

describe('groups of linked ads', () => {
  it('join what shares a value of one kind, over several steps, and count accounts', () => {
    const { group, accounts } = linkComponents([
      anAd('1', 'a', { phone: '+999 123 456' }),
      anAd('2', 'b', { phone: '+999-123-456', room: 'R-1: blue' }),
      anAd('3', 'c', { room: 'R-1: blue' }),
      anAd('4', 'c', {}),
      anAd('5', 'd', { picture: 'R-1: blue' }),
    ]);

    expect(new Set(group.slice(0, 4)).size).toBe(1);
    expect(group[4]).not.toBe(group[0]);
    expect(accounts).toEqual([3, 3, 3, 3, 1]);
  });

  it('do not join ads because both hide their number', () => {
    const { accounts } = linkComponents([anAd('1', 'a', { phone: '▒▒▒ ▒▒▒' }), anAd('2', 'b', { phone: '▒▒▒ ▒▒▒' })]);

    expect(accounts).toEqual([1, 1]);
  });
});
