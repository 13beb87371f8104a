import { describe, expect, it } from 'vitest';
import { ACTOR_TYPES } from '#market/ads/model/actor-types.ts';
import { type Ad, FIELD_NAMES, STORY_FIELD_NAMES } from '#market/ads/model/market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { wordsOfPosts } from '#market/posts/model/words-of-posts.ts';
import { lintMarket } from '#safety/content/model/lint-market.ts';
import { anOrder, seeds } from '../../../../support/builders/a-market.ts';
import { LIBRARY, PROJECT } from '../../../../support/builders/the-library.ts';
import { GENRES } from '../../../../support/market/posts/genres.ts';

/** Markets of every profile, in the wordings of both halves, with what a lawful request would bring. */
const MADE = [...LIBRARY.profiles.values()].flatMap((profile) =>
  seeds('safe', 6).map((seed, n) => {
    const posts = n % 2 === 0 ? LIBRARY.posts : LIBRARY.assessmentPosts;
    const order = anOrder({ profile, posts, size: 'practice', seed });
    return { seed, profile, ...generateMarket(order, { records: true }) };
  }),
);
const ADS = MADE.flatMap(({ market }) => market.ads);

/** What an advertiser is made to write, moments and ids aside. */
const written = ({ title, versions, comments = [], withheld, records }: Ad) => [
  title,
  ...versions.flatMap(({ sentences, fields }) => [...sentences, ...Object.values(fields)]),
  ...comments.flatMap(({ by, text }) => [by, text]),
  ...(withheld?.facts ?? []),
  ...(records?.notes ?? []),
  ...(records?.contacts ?? []),
];
const TEXTS = ADS.flatMap(written);

const words = (text: string) => text.match(/\p{L}+/gu) ?? [];
const lower = (text: string) => words(text.toLowerCase());

/** Every word that stands in the files of the lexicon and of the genres, or in a profile. */
const WRITTEN = new Set([
  ...['lexicon', 'genres/en', 'genres/en/ads']
    .flatMap((folder) => PROJECT.list(`content/${folder}`).map((name) => `content/${folder}/${name}`))
    .flatMap((file) => lower(PROJECT.read(file) ?? '')),
  ...[...LIBRARY.profiles.values()].flatMap(({ towns, languages }) =>
    [...towns.map(({ name }) => name), ...languages].flatMap(lower),
  ),
  // Around numbers in fields: a price in SIM, a room R-12, a picture pid-1234 with a mark M-1, a handle.
  ...['SIM', 'R', 'M', 'mark', 'pid', 'a', 'sim', 'h'].flatMap(lower),
  // Days and months, which are computed so that they fit together.
  ...[
    'Mon',
    'Tue',
    'Wed',
    'Thu',
    'Fri',
    'Sat',
    'Sun',
    'mid April May June',
    'end of July August September October',
  ].flatMap(lower),
]);

describe('a generated market', () => {
  it('passes every rule of the linter', () => {
    const one = MADE.filter(({ seed }) => ['safe-0', 'safe-1'].includes(seed));
    const issues = one.flatMap(({ market, profile }) =>
      lintMarket(market, wordsOfPosts(LIBRARY.lexicon, GENRES, profile)),
    );

    expect(issues).toEqual([]);
  });

  it('uses no word that is not in the lexicon, in the genres, a name, a town or a language (C02)', () => {
    const strange = TEXTS.flatMap(lower).filter((word) => !WRITTEN.has(word));

    expect([...new Set(strange)]).toEqual([]);
  });

  it('shows telephone numbers only of States that do not exist, on pages and in records (C07)', () => {
    const shown = ADS.flatMap(({ versions }) => versions.flatMap(({ fields }) => fields.phone ?? []));
    const phones = [
      ...shown.filter((phone) => phone !== LIBRARY.lexicon.site.hiddenNumber),
      ...ADS.flatMap(({ records }) => records?.phones ?? []),
    ];

    expect(phones.length).toBeGreaterThan(4000);
    expect(phones.filter((phone) => !/^\+999\d{6,9}$/.test(phone.replaceAll(/[ ()-]/g, '')))).toEqual([]);
  });

  it('writes each number of a telephone out whole, in a text as in its field (C07)', () => {
    const texts = ADS.flatMap(({ title, versions, comments = [] }) => [
      title,
      ...versions.flatMap((version) => version.sentences),
      ...comments.map(({ text }) => text),
    ]);
    const withPhone = texts.filter((text) => text.includes('+999'));

    expect(withPhone.length).toBeGreaterThan(200);
    for (const text of withPhone) expect(text).toMatch(/\+999([ -])\d{3}\1\d{3}\1\d{3}(?!\d| ?- ?\d)/);
    // Without them a text has prices, hours and years; nothing else is as long as a number.
    const rest = texts.map((text) => text.replaceAll(/\+999([ -])\d{3}\1\d{3}\1\d{3}/g, '·'));
    expect(rest.filter((text) => /\d{5,}|\d[ -]\d{3}[ -]\d{3}/.test(text))).toEqual([]);
  });

  it('has few pictographs, no arrow, no mark of a brand (C15) and no address (C09)', () => {
    const signs = TEXTS.map((text) => text.replaceAll(/[☎⏰★✔]/gu, ''));
    expect(
      signs.filter((text) => /\p{Extended_Pictographic}|[\u2190-\u21ff]|[\u2600-\u27bf]|[\u2b00-\u2bff]/u.test(text)),
    ).toEqual([]);
    expect(TEXTS.filter((text) => /[\p{L}\p{N}][.@][\p{L}]/u.test(text))).toEqual([]);
    expect(TEXTS.filter((text) => /https?:|www|\btel:|mailto:|\bsms:/i.test(text))).toEqual([]);
  });

  it('uses only example addresses for machines (C10)', () => {
    const addresses = ADS.flatMap(({ records }) => records?.account.address ?? []);

    expect(addresses.length).toBeGreaterThan(4000);
    expect(addresses.filter((address) => !/^192\.0\.2\.\d{1,3}$/.test(address))).toEqual([]);
  });

  it('names only money and payment accounts of the simulation (C11)', () => {
    const fields = ADS.flatMap(({ versions }) => versions.map((version) => version.fields));
    const tills = ADS.flatMap(({ records }) => [
      records?.wallet,
      ...(records?.ledger ?? []).flatMap(({ from, to }) => [from, to]),
    ]);

    for (const { price, pay, payment } of fields) {
      if (price) expect(price).toMatch(/^SIM \d{2,3}, one hour$/);
      if (pay) expect(pay).toMatch(/^SIM \d{3,5} /);
      if (payment) expect(payment).toMatch(/^(?:[a-z][a-z ,']*, )?\$sim-\d+$|^[a-z][a-z ,']*$/i);
    }
    expect(tills.filter((till) => till !== undefined && !/^\$sim-\w+$/.test(till))).toEqual([]);
    expect(TEXTS.filter((text) => /[€£¥]|\bUSD\b|\bEUR\b/.test(text))).toEqual([]);
  });

  it('shows only neutral facts of an ad that may concern a minor (C13)', () => {
    for (const { market, truth } of MADE) {
      const withheld = market.ads.filter((ad) => ad.withheld);
      expect(withheld).toHaveLength(1);
      for (const ad of withheld) {
        expect(Object.keys(ad).toSorted()).toEqual([
          'account',
          'id',
          'postedAt',
          'renewals',
          'site',
          'title',
          'versions',
          'withheld',
        ]);
        expect(ad).toMatchObject({ title: '', versions: [], renewals: 0 });
        const known = truth.ads.find((entry) => entry.ad === ad.id);
        expect(known).toMatchObject({ possibleMinor: true, control: 'none' });
        expect(Object.values(LIBRARY.lexicon.withheld)).toContainEqual(ad.withheld?.facts);
      }
      expect(truth.ads.filter(({ possibleMinor }) => possibleMinor)).toHaveLength(1);
    }
  });

  it('labels no person, neither in public nor in its truth (C19)', () => {
    for (const { market, truth } of MADE)
      expect(JSON.stringify([market, truth])).not.toMatch(/victim|pimp|prostitut|rescue|trafficker|suspect/i);
  });

  it('is marked as synthetic in every form (C01)', () => {
    for (const { market, truth } of MADE) {
      expect([market.synthetic, truth.synthetic]).toEqual([true, true]);
      expect(market.notice).toContain('SYNTHETIC TRAINING MATERIAL');
    }
  });
});

describe('the public half of a market', () => {
  it('has no field that could carry an answer', () => {
    const keys = new Set(
      ADS.flatMap((ad) => [
        ...Object.keys(ad),
        ...ad.versions.flatMap((version) => [...Object.keys(version), ...Object.keys(version.fields)]),
      ]),
    );
    const expected: string[] = [
      ...[
        'account',
        'comments',
        'copied',
        'id',
        'postedAt',
        'records',
        'removedAt',
        'renewals',
        'site',
        'title',
        'versions',
        'withheld',
      ],
      ...['from', 'sentences', 'fields', 'run'],
      ...FIELD_NAMES,
      ...STORY_FIELD_NAMES,
    ];

    expect(keys.size).toBeGreaterThan(20);
    expect([...keys].filter((key) => !expected.includes(key))).toEqual([]);
  });

  it('names no actor, no kind of actor, no indicator and no seed', () => {
    for (const { seed, market } of MADE) {
      const text = JSON.stringify(market);
      // An advertiser may call herself independent; a value of a document that says so would be an answer.
      const types = ACTOR_TYPES.map((type) => `:"${type}"`);
      const secrets = [`"${seed}"`, 'actor-', ...LIBRARY.catalogue.keys(), ...types, 'scammer', 'controlled', 'fraud'];

      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });
});
