import { describe, expect, it } from 'vitest';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import type { Market } from '#market/ads/model/market.ts';
import { marketOrder, packMarketLibrary } from '#market/documents/use-cases/market-library.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { readAddress } from '#market/search/screens/market-address.ts';
import { exercisePatterns } from '#studio/use-cases/exercise-patterns.ts';
import { KINDS } from '../../../support/builders/kinds.ts';
import { LIBRARY, PROJECT } from '../../../support/builders/the-library.ts';

const loaded = loadProject(PROJECT, KINDS);
const cases = loaded.ok ? loaded.value.cases : [];

/** What a reader sees of the ads of a market, whatever the days are. */
const wordsOf = ({ ads }: Market) =>
  ads.map(({ id, title, versions }) => [id, title, ...versions.map(({ sentences }) => sentences)]);

describe('the exercises that an author can choose', () => {
  it('take some time, and no longer than their whole case', () => {
    const timed = cases.flatMap((one) =>
      exercisePatterns(one, one.answers?.key).map(({ id, minutes }) => ({ id, minutes, whole: one.minutes })),
    );

    expect(timed.length).toBeGreaterThan(20);
    for (const { id, minutes, whole } of timed) {
      expect(minutes.from, id).toBeGreaterThanOrEqual(5);
      expect(minutes.to, id).toBeGreaterThanOrEqual(minutes.from);
      expect(minutes.to, id).toBeLessThanOrEqual(whole.to);
    }
  });

  it('lead to a market with the ads of the case, on other days', () => {
    const pages = packMarketLibrary(LIBRARY);
    const drawn = new Set<string>();
    for (const one of cases)
      for (const { id, opens } of exercisePatterns(one, one.answers?.key)) {
        if (opens.market === undefined || drawn.has(opens.market) || one.source.market.preset !== 'mini') continue;
        drawn.add(opens.market);
        const { choice } = readAddress(opens.market.replace(/^market\/\?/, ''));
        const order = choice && marketOrder(pages, choice);
        if (!order) throw new Error(`No market is drawn for ${id}.`);
        const { market } = generateMarket(order);

        expect([id, market.marketId]).toEqual([id, one.market.marketId]);
        expect([id, wordsOf(market)]).toEqual([id, wordsOf(one.market)]);
      }

    expect(drawn.size).toBeGreaterThan(10);
  });
});
