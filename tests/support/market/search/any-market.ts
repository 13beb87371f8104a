import fc from 'fast-check';
import type { Ad, FieldName } from '#market/ads/model/market.ts';
import type { AskedFacets, FacetName, MarketQuery, Sort } from '#market/search/model/market-query.ts';

const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);
const TOWNS = ['Ostrel', 'Kelvast', 'Marrin', 'Dorvanne'];
const LANGUAGES = ['Tessaval', 'Kelvic'];
const SITES = ['four-towns', 'guests-corner', 'kelvast-notices'];
const DIGITS = fc.integer({ min: 500_000_000, max: 500_000_005 }).map(String);
const grouped = (digits: string, gap: string) =>
  ['+999', digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].join(gap);
const NUMBER = fc.integer({ min: 1, max: 9 });
const DAY = fc.integer({ min: 1, max: 5 }).map((day) => `2031-02-0${day}`);

const maybe = (value: fc.Arbitrary<string>) => fc.option(value, { nil: undefined });

const anyFields = fc
  .record({
    town: maybe(oneOf(...TOWNS)),
    languages: maybe(oneOf(...LANGUAGES)),
    price: maybe(NUMBER.map((n) => `SIM ${n * 5}, one hour`)),
    pay: maybe(NUMBER.map((n) => `SIM ${n * 50} a month`)),
    phone: maybe(
      fc.oneof(
        DIGITS.map((d) => grouped(d, ' ')),
        DIGITS.map((d) => grouped(d, '-')),
        fc.constant('▒▒▒ number in picture'),
      ),
    ),
    payment: maybe(NUMBER.map((n) => `$sim-${n}`)),
    picture: maybe(
      fc.oneof(
        NUMBER.map((n) => `pid-${n}`),
        NUMBER.map((n) => `pid-${n}, mark M-1`),
      ),
    ),
    room: maybe(NUMBER.map((n) => `R-${n}: green curtain`)),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

/** Words of few letters, so that many are one edit apart and many begin alike; some with accents, some Cyrillic. */
const WORD = oneOf(
  'tea',
  'team',
  'teas',
  'teams',
  'meat',
  'mate',
  'calm',
  'clam',
  'calmer',
  'Été',
  'ete',
  'чай',
  'чайник',
  '1234',
  '1235',
  'window',
  'widow',
);
export const anyWords = fc.array(WORD, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));

type AnyVersion = { readonly fields: Partial<Record<FieldName, string>>; readonly sentences: readonly string[] };
const anyVersion: fc.Arbitrary<AnyVersion> = fc.record({
  fields: anyFields,
  sentences: fc.array(anyWords, { maxLength: 4 }),
});

const anyAd = fc.record({
  title: anyWords,
  site: oneOf(...SITES),
  account: NUMBER.map((n) => `a-${n}`),
  day: DAY,
  hour: fc.integer({ min: 10, max: 12 }),
  versions: fc.array(anyVersion, { minLength: 1, maxLength: 2 }),
  isWithheld: fc.nat(9).map((n) => n === 0),
});

/** The ads of a small market whose pages have much in common. */
export const anyAds = fc.array(anyAd, { maxLength: 90 }).map((drawn) =>
  drawn.map(({ title, site, account, day, hour, versions, isWithheld }, at): Ad => {
    const postedAt = `${day}T${hour}:00:00Z`;
    const open = { id: String(301 + at), site, account, postedAt, renewals: 0 };
    if (isWithheld) return { ...open, title: '', versions: [], withheld: { facts: ['A neutral fact about tea.'] } };
    return { ...open, title, versions: versions.map((version) => ({ ...version, from: postedAt })) };
  }),
);

const some = (...values: readonly string[]) => fc.array(oneOf(...values), { maxLength: 3 });
const anyRange = <Value>(end: fc.Arbitrary<Value>) => fc.record({ from: end, to: end }, { requiredKeys: [] });
const ofNumber = (before: string) => some(...[1, 2, 3, 4, 10].map((n) => `${before}${n}`));

/** Possible values of each facet in a query, including values that no ad has. */
const ASKED: { readonly [Facet in FacetName]: fc.Arbitrary<AskedFacets[Facet]> } = {
  town: some(...TOWNS, 'Nowhere'),
  language: some(...LANGUAGES),
  site: some(...SITES),
  phone: fc.array(
    DIGITS.map((digits) => grouped(digits, ' ')),
    { maxLength: 3 },
  ),
  handle: ofNumber('$sim-'),
  picture: ofNumber('pid-'),
  room: ofNumber('R-'),
  account: ofNumber('a-'),
  price: anyRange(fc.integer({ min: 0, max: 50 })),
  pay: anyRange(fc.integer({ min: 0, max: 500 })),
  date: anyRange(DAY),
};

/** At most three facets are asked for: with more, hardly an ad would be left. */
export const anyFacets = fc
  .subarray(Object.keys(ASKED) as FacetName[], { maxLength: 3 })
  .chain((facets) =>
    fc.record(Object.fromEntries(facets.map((facet) => [facet, ASKED[facet]]))),
  ) as fc.Arbitrary<AskedFacets>;

export const anySort: fc.Arbitrary<Sort> = fc.constantFrom('newest', 'oldest', 'cheapest', 'dearest', 'relevance');
export const anyQuery: fc.Arbitrary<MarketQuery> = fc.record({ facets: anyFacets, sort: anySort });
