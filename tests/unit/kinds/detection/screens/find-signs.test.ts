import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSigns, offeredSigns } from '#kinds/detection/screens/find-signs.ts';
import { signsOnPages } from '#market/ads/model/signs-on-pages.ts';
import { indicatorChoices } from '#market/signs/model/indicator-choice.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';

const offeredIn = (family: 'services' | 'jobs') =>
  offeredSigns(indicatorChoices(LIBRARY.catalogue, signsOnPages(family, [])));
const SERVICES = offeredIn('services');
const found = (query: string, signs = SERVICES) =>
  findSigns(signs, query).flatMap(({ signs: fitting }) => fitting.map(({ id }) => id));

describe('the search for a sign', () => {
  it.each([
    ['boss', 'manager-reference'],
    ['chef', 'manager-reference'],
    ['low price', 'price-below-market'],
    ['cheap', 'price-below-market'],
    ['day off', 'rest-gaps'],
    ['same number', 'shared-phone'],
    ['pressure', 'coercion-slip'],
    ['privacy', 'n-face-hidden'],
    ['24/7', 'always-available'],
  ])('finds by "%s" first of all %s', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  it('finds by a word of the rule', () => {
    expect(found('receipt')).toEqual([]);
    expect(found('neighbours')).toEqual(['n-face-hidden']);
    expect(found('deposit', offeredIn('jobs'))[0]).toBe('lj-upfront-fee');
  });

  it.each([
    ['mangaer', 'manager-reference'],
    ['TATOO', 'n-single-tattoo'],
    ['driwer', 'manager-reference'],
    ['mesenger', 'n-messenger-only'],
    ['prize low', 'price-below-market'],
  ])('forgives "%s"', (query, id) => {
    expect(found(query)).toContain(id);
  });

  it('corrects neither a word that occurs literally nor a short one', () => {
    expect(found('face')).toEqual(['n-face-hidden', 'interchangeable-persons']);
    expect(found('xyz')).toEqual([]);
    expect(found('qqqqqqqqq')).toEqual([]);
  });

  it('shows everything without a query, each sign once and in its group', () => {
    const groups = findSigns(SERVICES, '  ');
    expect(
      groups
        .flatMap(({ signs }) => signs)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(SERVICES.map(({ id }) => id).sort());
    for (const { group, signs } of groups)
      expect(new Set(signs.map(({ offer }) => offer.group))).toEqual(new Set([group]));
    expect(groups[0]?.group).toBe('ad-text');
  });

  it('finds a sign by its whole name, in whatever case, and gives no sign twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SERVICES), fc.boolean(), ({ id, name }, loud) => {
        const ids = found(loud ? name.toUpperCase() : name);
        expect(ids[0]).toBe(id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('never finds more by more words', () => {
    const words = fc.constantFrom(...SERVICES.flatMap(({ offer }) => offer.synonyms));
    fc.assert(
      fc.property(words, words, (one, other) => {
        const fewer = new Set(found(`${one} ${other}`));
        for (const id of fewer) expect(found(one)).toContain(id);
      }),
    );
  });
});
