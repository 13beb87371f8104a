import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHidden } from '#market/ads/model/market.ts';
import { adsOfAnswer, createQueryAnswerer } from '#market/search/model/answer-query.ts';
import { buildMarketIndex } from '#market/search/model/build-market-index.ts';
import { facetValue, standingFields } from '#market/search/model/market-query.ts';
import { isOnPage, searchedNumbers } from '#market/search/model/searched-numbers.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';

const { market } = aMarket({ size: 'field', seed: 'codes' });
const answer = createQueryAnswerer(buildMarketIndex(market, market.ads.length));

/** Numbers of the ads that a search finds, best first. */
function found(text: string): string[] {
  const hits = adsOfAnswer(answer({ facets: {}, text, sort: 'relevance' }), 0, market.ads.length);
  return [...hits].map((at) => market.ads[at]?.id ?? '');
}

/** Ads whose page shows the very value in that field, as one reads it off. */
const showing = (field: 'phone' | 'room' | 'payment', value: string) =>
  market.ads
    .filter((ad) => {
      const written = standingFields(ad)[field];
      if (written === undefined) return false;
      return field === 'room' ? written.startsWith(`${value}:`) : written.replaceAll('-', ' ') === value;
    })
    .map(({ id }) => id);

const ads = market.ads.filter((ad) => !ad.withheld);
const valuesOf = (field: 'phone' | 'room' | 'payment') =>
  ads
    .map((ad) => standingFields(ad)[field])
    .filter((value): value is string => value !== undefined && !isHidden(value));

/** The digits of a number, set apart anyhow. */
const anySpacing = (digits: string) =>
  fc
    .array(fc.constantFrom('', '', ' ', '-', '.', '/', ' - ', '\u00a0'), {
      minLength: digits.length,
      maxLength: digits.length,
    })
    .map((gaps) => [...digits].map((digit, n) => (n === 0 ? digit : `${gaps[n]}${digit}`)).join(''));

const anyPhone = fc.constantFrom(...valuesOf('phone')).chain((phone) => {
  const value = phone.replaceAll('-', ' ');
  const begin = fc.constantFrom('+', '', '00');
  return fc
    .tuple(begin, anySpacing(value.replaceAll(/\D/g, '')))
    .map(([sign, typed]) => ({ value, typed: sign + typed }));
});

describe('searching by codes of an ad', () => {
  it('finds the ads with a telephone number, typed in any spacing', () => {
    fc.assert(
      fc.property(anyPhone, ({ value, typed }) => {
        expect(found(typed).toSorted()).toEqual(showing('phone', value).toSorted());
      }),
      { numRuns: 300 },
    );
  });

  it('finds the ads of a room and of a payment handle, in any notation', () => {
    const room = fc.constantFrom(...valuesOf('room')).map((written) => facetValue('room', written));
    const handleIn = (payment: string | undefined) => /\$sim-\d+/.exec(payment ?? '')?.[0];
    const handle = fc.constantFrom(...valuesOf('payment').flatMap((payment) => handleIn(payment) ?? []));
    fc.assert(
      fc.property(room, handle, (code, pay) => {
        const inRoom = showing('room', code).toSorted();
        for (const typed of [code, code.toLowerCase(), code.replace('-', ''), `${code}:`])
          expect(found(typed).toSorted()).toEqual(inRoom);
        const paid = market.ads.filter((ad) => handleIn(standingFields(ad).payment) === pay).map(({ id }) => id);
        for (const typed of [pay, pay.slice(1), pay.toUpperCase()]) expect(found(typed).toSorted()).toEqual(paid);
      }),
      { numRuns: 150 },
    );
  });

  it('lists the ad with a given number first, with and without surrounding text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...market.ads), ({ id }) => {
        for (const typed of [id, `#${id}`, `ad ${id}`, `Ad ${id}`, id.replace(/^0+/, '')])
          expect(found(typed)[0]).toBe(id);
      }),
      { numRuns: 150 },
    );
  });

  it('requires code and words together, in any order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ads), (ad) => {
        const phone = standingFields(ad).phone ?? '';
        const word = /\p{L}{4,}/u.exec(standingFields(ad).price ? ad.title : '')?.[0];
        fc.pre(word !== undefined && !isHidden(phone));
        const both = new Set(found(`${word} ${phone}`));
        expect(both.has(ad.id)).toBe(true);
        expect(new Set(found(`${phone} ${word}`))).toEqual(both);
        for (const id of both) expect(found(phone)).toContain(id);
      }),
      { numRuns: 150 },
    );
  });

  it('finds by the last digits of a number, and nothing by a number that no ad shows', () => {
    const [phone = ''] = valuesOf('phone');
    expect(found(phone.replaceAll(/\D/g, '').slice(-6))).toEqual(
      expect.arrayContaining(showing('phone', phone.replaceAll('-', ' '))),
    );
    expect(found('+999 000 000 00')).toEqual([]);
    expect(found('R-99999999')).toEqual([]);
  });

  it('treats adjacent ad numbers as two numbers', () => {
    const [one = '', other = ''] = market.ads.map(({ id }) => id);
    expect(found(`${one} ${other}`)).toEqual([]);
    expect(found(`${one} ${one}`)).toEqual([one]);
  });
});

describe('a number in a search of pages', () => {
  it('is found by its digits, and words literally', () => {
    const page = '0302\nsela\n+999 555 020 02\nr-17: green curtain\n$sim-3301\n99955502002';
    for (const typed of [
      '+999 555 020 02',
      '999-555-020-02',
      '0099955502002',
      '555 02002',
      '0302',
      'R-17',
      '$sim-3301',
    ])
      expect(isOnPage(page, typed)).toBe(true);
    for (const typed of ['+999 555 020 03', '020 555 02 9991', '0303', 'R-18'])
      expect(isOnPage(page, typed)).toBe(false);
    expect(isOnPage(page, 'sela +999 555 020 02')).toBe(true);
    expect(isOnPage(page, 'mira +999 555 020 02')).toBe(false);
  });

  it('has at least seven digits, and is no part of a code', () => {
    expect(searchedNumbers('R-17 0302').numbers).toEqual([]);
    expect(searchedNumbers('$sim-33017788').numbers).toEqual([]);
    expect(searchedNumbers('tea +999 (555) 020-02 window')).toEqual({
      numbers: [{ written: '+999 (555) 020-02', digits: '99955502002' }],
      rest: 'tea   window',
    });
  });
});
