import { describe, expect, it } from 'vitest';
import { marketOrder, packMarketLibrary } from '#market/documents/use-cases/market-library.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { anOrder, NOW } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

/** As it comes over the net. */
const LOADED = JSON.parse(JSON.stringify(packMarketLibrary(LIBRARY))) as ReturnType<typeof packMarketLibrary>;
const CHOICE = { profile: 'BUY', size: 600, prevalence: 'PRACTICE', seed: 'abc' } as const;

describe('the library of the market page', () => {
  it.each(['BUY', 'REG', 'PRO', 'TPC', 'JOB', 'SOC'] as const)(
    'draws the same %s market as the complete library',
    (id) => {
      const order = marketOrder(LOADED, { ...CHOICE, profile: id });
      const profile = LIBRARY.profiles.get(id);
      if (!order || !profile) throw new Error(`There is no profile ${id}.`);
      const here = drawMarket(order);
      const there = drawMarket(anOrder({ profile, size: 'field', seed: 'abc', until: NOW }));
      expect(here.marketId).toBe(there.marketId);
      for (const at of [0, 299, 599]) expect(here.ad(at)).toEqual(there.ad(at));
    },
  );

  it('has no other profile, and treats other sizes as numbers of ads', () => {
    expect(marketOrder({ ...LOADED, profiles: {} }, CHOICE)).toBeUndefined();
    expect(marketOrder(LOADED, { ...CHOICE, size: 601 })?.size).toBe(601);
  });

  it('contains no weights and no texts about indicators', () => {
    expect(JSON.stringify(LOADED.indicators)).not.toMatch(/innocent|sources|means/);
    expect(marketOrder(LOADED, CHOICE)?.weights.weights).toEqual({});
  });
});
