import { describe, expect, it } from 'vitest';
import { isSought } from '#market/ads/model/actor-types.ts';
import { announcedShare } from '#market/generator/model/announced-share.ts';
import { aMarket, anOrder, seeds } from '../../../../support/builders/a-market.ts';

const NAMES = ['NEEDLE', 'FIELD', 'PRACTICE'] as const;

describe('the announced share of controlled ads', () => {
  it('has each whole number from 2 to 20 at FIELD, about equally often, and the same for the same seed', () => {
    const drawn = seeds('shares', 1900).map((seed) =>
      announcedShare(anOrder({ size: 'field', prevalence: 'FIELD', seed })),
    );
    const counts = Array.from({ length: 19 }, (_, n) => drawn.filter((share) => share === n + 2).length);

    expect(counts.reduce((sum, count) => sum + count)).toBe(1900);
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(145);
    expect(announcedShare(anOrder({ size: 'field', prevalence: 'FIELD', seed: 'shares-1' }))).toBe(
      announcedShare(anOrder({ size: 'field', prevalence: 'FIELD', seed: 'shares-1' })),
    );
  });

  it.each(NAMES)('of %s is what the market holds, in its public half and in its truth', (prevalence) => {
    for (const seed of seeds('what is announced', 12)) {
      const { market, truth } = aMarket({ prevalence, seed, size: 600 });
      const controlled = truth.ads.filter(({ control, copied }) => isSought(control) && !copied).length;
      const planned = truth.ads.filter(({ copied }) => !copied).length;

      expect(truth.prevalence).toBeCloseTo((market.announced ?? 0) / 100, 10);
      expect(controlled).toBe(Math.round((planned * (market.announced ?? 0)) / 100));
    }
  });

  it('leaves room for a network in a small market', () => {
    for (const seed of seeds('small markets', 100))
      expect(() => aMarket({ prevalence: 'FIELD', seed, size: 'mini' })).not.toThrow();
  });

  it('of a market that announces nothing is not in its public half', () => {
    expect(aMarket({ prevalence: 'CALIBRATION' }).market).not.toHaveProperty('announced');
  });
});
