import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ad } from '#market/ads/model/market.ts';
import { adsOfAnswer, createQueryAnswerer } from '#market/search/model/answer-query.ts';
import { hasBit } from '#market/search/model/bit-set.ts';
import { buildMarketIndex } from '#market/search/model/build-market-index.ts';
import { rankByScore } from '#market/search/model/rank-by-score.ts';
import { createTextSearch } from '#market/search/model/search-text.ts';
import { anyAds, anyQuery, anyWords } from '../../../../support/market/search/any-market.ts';
import { createPlainFilter } from '../../../../support/market/search/plain-filter.ts';
import { plainSearch } from '../../../../support/market/search/plain-search.ts';

const indexOf = (ads: readonly Ad[]) => buildMarketIndex({ ads, marketId: 'any' }, ads.length);

/** Ads with these texts, in this order. */
const adsWith = (...texts: readonly string[]) =>
  texts.map((text, at): Ad => {
    const from = '2031-02-01T10:00:00Z';
    const versions = [{ from, sentences: [text], fields: {} }];
    return { id: String(at), site: 'four-towns', title: '', account: 'a-1', postedAt: from, renewals: 0, versions };
  });

/** Places of the ads that a search finds, best first. */
function found(ads: readonly Ad[], text: string): number[] {
  const answer = createQueryAnswerer(indexOf(ads))({ facets: {}, text, sort: 'relevance' });
  return [...adsOfAnswer(answer, 0, ads.length)];
}

/** Typed words: complete, partial, or with one letter inserted, deleted, substituted or transposed. */
const anySlip = fc.oneof(
  anyWords,
  fc.tuple(anyWords, fc.nat(8)).map(([words, n]) => words.slice(0, 1 + n)),
  fc.tuple(anyWords, fc.nat(8)).map(([words, n]) => words.slice(0, n) + words.slice(n + 1)),
  fc.tuple(anyWords, fc.nat(8)).map(([words, n]) => `${words.slice(0, n)}x${words.slice(n)}`),
  fc.tuple(anyWords, fc.nat(8)).map(([words, n]) => `${words.slice(0, n)}x${words.slice(n + 1)}`),
  fc
    .tuple(anyWords, fc.nat(8))
    .map(([words, n]) => words.slice(0, n) + (words[n + 1] ?? '') + (words[n] ?? '') + words.slice(n + 2)),
);

describe('searching texts', () => {
  it('finds the same ads with the same scores as a scan of every word', () => {
    fc.assert(
      fc.property(anyAds, anySlip, (ads, text) => {
        const matches = createTextSearch(indexOf(ads).text)(text);
        const places = ads.flatMap((_, at) => (matches && hasBit(matches.ads, at) ? [at] : []));

        const expected = plainSearch(ads, text);
        expect(places).toEqual(matches ? expected.map(({ place }) => place) : []);
        for (const { place, score } of expected) expect(matches?.scores[place]).toBeCloseTo(score, 3);
      }),
      { numRuns: 600 },
    );
  });

  it('gives the same list again after other queries', () => {
    fc.assert(
      fc.property(anyAds, anyQuery, fc.array(anySlip, { maxLength: 3 }), anySlip, (ads, query, between, text) => {
        const answer = createQueryAnswerer(indexOf(ads));
        const list = () => {
          const made = answer({ ...query, text });
          return { places: [...adsOfAnswer(made, 0, ads.length)], counts: made.counts };
        };
        const first = list();
        for (const other of between) answer({ ...query, text: other });
        expect(list()).toEqual(first);
      }),
    );
  });

  it('lists matches that pass the facets by relevance, best first', () => {
    fc.assert(
      fc.property(anyAds, anyQuery, anyWords, (ads, { facets }, text) => {
        const answer = createQueryAnswerer(indexOf(ads))({ facets, text, sort: 'relevance' });
        const places = [...adsOfAnswer(answer, 0, ads.length)];

        const scores = new Map(plainSearch(ads, text).map(({ place, score }) => [place, score]));
        const passing = createPlainFilter(ads)({ facets, sort: 'newest' }).places.filter((place) => scores.has(place));
        expect(places.toSorted((a, b) => a - b)).toEqual(passing.toSorted((a, b) => a - b));
        expect(answer.total).toBe(passing.length);
        for (const [n, place] of places.slice(1).entries())
          expect(scores.get(place)).toBeLessThanOrEqual((scores.get(places[n] as number) ?? 0) + 1e-4);
      }),
    );
  });

  it('counts a facet among the matching ads', () => {
    const ads = adsWith('green tea', 'black tea', 'green window').map((ad, at) => ({ ...ad, account: `a-${at % 2}` }));
    const { counts } = createQueryAnswerer(indexOf(ads))({
      facets: { account: ['a-1'] },
      text: 'green',
      sort: 'newest',
    });
    expect(counts.account).toEqual([
      { value: 'a-1', count: 0 },
      { value: 'a-0', count: 2 },
    ]);
  });

  it.each([
    ['accents', 'Société café', 'societe cafe'],
    ['letters that others do not have', 'Große Straße, smørrebrød, Œuvre', 'grosse strasse smorrebrod oeuvre'],
    ['Cyrillic, ё as е', 'Тёплый дом', 'теплый дом'],
    ['capitals', 'TEA', 'tea'],
    ['signs between words', 'one-hour, tea', 'one hour tea'],
  ])('folds %s', (_, text, typed) => {
    expect(found(adsWith('nothing of it', text), typed)).toEqual([1]);
    expect(found(adsWith('nothing of it', typed), text)).toEqual([1]);
  });

  it('distinguishes й from и', () => {
    expect(found(adsWith('мои', 'мой'), 'мой')).toEqual([1]);
  });

  it('completes the last word also behind two short numbers, which together look like a phone number', () => {
    expect(found(adsWith('1234 and 1235 for the team', '1234 and 1235'), '1235 1234 tea')).toEqual([0]);
  });

  it('does not correct the digits of a code', () => {
    expect(found(adsWith('licence 4711', 'licence 4712'), '4713')).toEqual([]);
    expect(found(adsWith('licence 4711', 'licence 4712'), '4712')).toEqual([1]);
  });

  it('searches what a page still shows of outdated versions, and comments, but no withheld ads', () => {
    const [first, second] = adsWith('secret', 'secret') as [Ad, Ad];
    const withheld: Ad = { ...first, versions: [], withheld: { facts: ['secret'] } };
    const edited: Ad = {
      ...second,
      versions: [...second.versions, { from: second.postedAt, sentences: ['open'], fields: {} }],
    };
    expect(found([withheld, edited], 'secret')).toEqual([1]);
    expect(found([withheld, edited], 'open')).toEqual([1]);
    const asked: Ad = { ...first, comments: [{ by: 'Tam', at: first.postedAt, text: 'Where is it?' }] };
    expect(found([asked, edited], 'where')).toEqual([0]);
  });

  it('gives every ad, newest first, for a query without a word', () => {
    expect(found(adsWith('one', 'two'), ' ... ')).toEqual([0, 1]);
  });
});

describe('rankByScore', () => {
  it('sorts stably like a comparison sort', () => {
    const scores = fc.float({ min: Math.fround(1e-6), max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.oneof(scores, fc.constantFrom(1, 2, 3)), { maxLength: 60 }), (list) => {
        const ads = list.map((_, at) => at);
        const sorted = ads.toSorted((a, b) => (list[b] as number) - (list[a] as number));
        expect([...rankByScore(Uint32Array.from(ads), Float32Array.from(list))]).toEqual(sorted);
      }),
    );
  });
});
