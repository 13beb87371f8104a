import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LIST,
  type MarketAddress,
  NOTHING_ASKED,
  queryOf,
  readAddress,
  SORTS,
  writeAddress,
} from '#market/search/screens/market-address.ts';

const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== '');
const values = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
const amount = fc.integer({ min: 0, max: 9999 });
const day = fc.integer({ min: 10, max: 28 }).map((number) => `2031-02-${number}`);
const rangeOf = <Value>(value: fc.Arbitrary<Value>) =>
  fc
    .record({ from: value, to: value }, { requiredKeys: [] })
    .filter(({ from, to }) => from !== undefined || to !== undefined);

const anyAddress: fc.Arbitrary<MarketAddress> = fc.record(
  {
    choice: fc.record({
      profile: fc.constantFrom('BUY', 'REG', 'PRO', 'TPC', 'JOB', 'SOC'),
      size: fc.integer({ min: 42, max: 100_000 }),
      prevalence: fc.constantFrom('PRACTICE', 'FIELD', 'NEEDLE', 'CALIBRATION'),
      seed: word,
    }),
    asked: fc.record(
      {
        facets: fc.record(
          { town: values, phone: values, price: rangeOf(amount), date: rangeOf(day), account: values },
          { requiredKeys: [] },
        ),
        text: fc.string({ maxLength: 12 }),
        sort: fc.constantFrom(...SORTS),
      },
      { requiredKeys: ['facets', 'text'] },
    ),
    place: fc.oneof(
      fc.constant(LIST),
      fc.constant({ view: 'kept' as const }),
      word.map((id) => ({ view: 'ad' as const, id })),
      word.map((site) => ({ view: 'site' as const, site })),
      fc.record(
        { view: fc.constant('account' as const), account: word, name: word },
        { requiredKeys: ['view', 'account'] },
      ),
    ),
  },
  { requiredKeys: ['asked', 'place'] },
) as fc.Arbitrary<MarketAddress>;

describe('the address of a market', () => {
  it('contains every choice', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(readAddress(writeAddress(address))).toEqual(address);
      }),
    );
  });

  it('names the holder that was asked about an ad, only on that ad', () => {
    const ad: MarketAddress = {
      asked: NOTHING_ASKED,
      place: { view: 'ad', id: '0312' },
      records: { ad: '0312', of: ['site', 'money'] },
    };
    expect(writeAddress(ad)).toBe('?ad=0312&ask=site&ask=money');
    expect(readAddress('?ad=0312&ask=money&ask=nobody&ask=site')).toEqual(ad);
    for (const place of [LIST, { view: 'ad', id: '0313' }, { view: 'site', site: 'x' }] as const)
      expect(writeAddress({ ...ad, place })).not.toContain('ask');
    expect(readAddress('?on=x&ask=site')).toEqual({ asked: NOTHING_ASKED, place: { view: 'site', site: 'x' } });
  });

  it('is empty where nothing is chosen', () => {
    expect(writeAddress({ asked: NOTHING_ASKED, place: LIST })).toBe('');
    expect(readAddress('')).toEqual({ asked: NOTHING_ASKED, place: LIST });
  });

  it('survives hand-typed input: what it means can be written as an address again', () => {
    const part = fc.tuple(
      fc.constantFrom('market', 'size', 'seed', 'q', 'town', 'price', 'date', 'ad', 'as'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const read = readAddress(new URLSearchParams(parts).toString());
        expect(readAddress(writeAddress(read))).toEqual(read);
      }),
    );
  });

  it.each([
    'market=BUY&size=41&seed=a',
    'market=BUY&size=100001&seed=a',
    'market=BUY&size=60.5&seed=a',
    'market=NOPE&size=60&seed=a',
    'market=BUY&size=60&seed=%20',
  ])('takes %s for no market', (typed) => {
    expect(readAddress(typed).choice).toBeUndefined();
  });

  it('omits the open bounds of a range', () => {
    expect(readAddress('price=cheap..200&date=..soon').asked.facets).toEqual({ price: { to: 200 } });
  });
});

describe('queryOf', () => {
  it('puts the best match first as soon as there are words, unless an order was chosen', () => {
    expect(queryOf({ facets: {}, text: '  ' })).toEqual({ facets: {}, sort: 'newest' });
    expect(queryOf({ facets: {}, text: ' tea ' })).toEqual({ facets: {}, sort: 'relevance', text: 'tea' });
    expect(queryOf({ facets: {}, text: 'tea', sort: 'oldest' }).sort).toBe('oldest');
  });
});
