import fc from 'fast-check';
import { expect, it } from 'vitest';
import { putRange, toggle, wishesOf, withoutFacet } from '#market/search/screens/asked-facets.ts';
import type { AskedSearch } from '#market/search/screens/market-address.ts';
import { sayWish } from '#market/search/screens/say-wish.ts';
import { SMALL_MARKET } from '../../../../support/market/small-market.ts';

const ASKED: AskedSearch = {
  facets: { town: ['Ostrel', 'Marrin'], site: ['ostrel-smallads'], price: { from: 100 }, date: { to: '2031-02-10' } },
  text: ' tea ',
};

it('adds a value and removes it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), fc.string({ minLength: 1 }), (chosen, value) => {
      const facets = chosen.length > 0 ? { town: chosen } : {};
      const twice = toggle(toggle(facets, 'town', value), 'town', value);
      expect(new Set(twice.town)).toEqual(new Set(facets.town));
    }),
  );
});

it('describes every filter in words, and removes only that one', () => {
  const wishes = wishesOf(ASKED);
  expect(wishes.map((wish) => sayWish(wish, SMALL_MARKET.sites))).toEqual([
    '“tea”',
    'Town: Ostrel',
    'Town: Marrin',
    'Site: Ostrel Small Ads',
    'Price of an hour, SIM: from 100',
    'Day of posting: up to 2031-02-10',
  ]);
  for (const [n, { without }] of wishes.entries()) {
    const left = wishesOf(without).map(({ facet, value }) => `${facet} ${value}`);
    expect(left).toEqual(wishes.filter((_, other) => other !== n).map(({ facet, value }) => `${facet} ${value}`));
  }
});

it('removes a whole facet to widen an empty list', () => {
  expect(wishesOf(withoutFacet(ASKED, 'town')).map(({ facet }) => facet)).not.toContain('town');
  expect(withoutFacet(ASKED, 'text').text).toBe('');
});

it('treats a range without bounds as no range', () => {
  expect(putRange(ASKED.facets, 'price', {})).not.toHaveProperty('price');
  expect(putRange({}, 'date', { from: '2031-02-01' })).toEqual({ date: { from: '2031-02-01' } });
});
