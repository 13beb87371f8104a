import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ad, isHidden } from '#market/ads/model/market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { adsOfAnswer, createQueryAnswerer } from '#market/search/model/answer-query.ts';
import { buildMarketIndex } from '#market/search/model/build-market-index.ts';
import type { MarketQuery } from '#market/search/model/market-query.ts';
import { anOrder } from '../../../../support/builders/a-market.ts';
import { anyAds, anyFacets, anyQuery, anySort } from '../../../../support/market/search/any-market.ts';
import { createPlainFilter } from '../../../../support/market/search/plain-filter.ts';

const answererOf = (ads: readonly Ad[]) => createQueryAnswerer(buildMarketIndex({ ads, marketId: 'any' }, ads.length));

function answerOf(ads: readonly Ad[], query: MarketQuery) {
  const answer = answererOf(ads)(query);
  return { places: [...adsOfAnswer(answer, 0, ads.length)], counts: answer.counts, total: answer.total };
}

const fieldOf = ({ versions }: Ad, name: 'phone' | 'room' | 'picture') => versions.at(-1)?.fields[name] ?? '';

describe('filtering by facets', () => {
  it('finds, orders and counts like a linear scan', () => {
    fc.assert(
      fc.property(anyAds, anyQuery, (ads, query) => {
        const { places, counts } = createPlainFilter(ads)(query);
        expect(answerOf(ads, query)).toEqual({ places, counts, total: places.length });
      }),
      { numRuns: 400 },
    );
  });

  it('does so on a drawn market', () => {
    const { ads } = generateMarket(anOrder({ size: 'field', seed: 'facets' })).market;
    const answer = answererOf(ads);
    const plain = createPlainFilter(ads);
    fc.assert(
      fc.property(anyFacets, anySort, fc.nat(ads.length - 1), (facets, sort, at) => {
        // A phone that somebody shows, beside invented ones.
        const phone = [fieldOf(ads[at] as Ad, 'phone').replaceAll('-', ' ')];
        const query = { facets: sort === 'oldest' ? { ...facets, phone } : { ...facets, phone: [], handle: [] }, sort };
        const { places, counts } = plain(query);
        const found = answer(query);
        expect([...adsOfAnswer(found, 0, ads.length)]).toEqual(places);
        expect(found.counts).toEqual(counts);
      }),
      { numRuns: 30 },
    );
  });

  it('reads any stretch of the list as a part of the whole', () => {
    fc.assert(
      fc.property(
        anyAds,
        anyQuery,
        fc.integer({ min: -5, max: 95 }),
        fc.integer({ min: -5, max: 95 }),
        (ads, query, from, to) => {
          const answer = answererOf(ads)(query);
          const all = [...adsOfAnswer(answer, 0, ads.length)];
          expect([...adsOfAnswer(answer, from, to)]).toEqual(all.slice(Math.max(0, from), Math.max(0, to)));
        },
      ),
    );
  });

  it('uses the field value as shown on the page', () => {
    const { ads } = generateMarket(anOrder({ size: 2000, seed: 'facets' })).market;
    const answer = answererOf(ads);
    const written = (name: 'phone' | 'room' | 'picture', pattern: RegExp) =>
      fieldOf(ads.find((ad) => pattern.test(fieldOf(ad, name))) ?? expect.fail(`no ${name} like ${pattern}`), name);

    for (const [facet, value] of [
      ['phone', written('phone', /^\+999-/)],
      ['room', written('room', /: /)],
      ['picture', written('picture', /, mark/)],
    ] as const) {
      const { total, counts } = answer({ facets: { [facet]: [value] }, sort: 'newest' });
      expect(total).toBeGreaterThan(0);
      expect(counts[facet][0]?.count).toBe(total);
    }
  });

  it('treats hidden numbers as no number', () => {
    const { ads } = generateMarket(anOrder({ size: 'field', seed: 'facets' })).market;
    const hidden = ads.map((ad) => fieldOf(ad, 'phone') ?? '').filter(isHidden);
    expect(hidden.length).toBeGreaterThan(1);
    expect(answerOf(ads, { facets: { phone: [hidden[0] as string] }, sort: 'newest' }).total).toBe(0);
  });
});
