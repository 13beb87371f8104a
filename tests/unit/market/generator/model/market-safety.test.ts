import { describe, expect, it } from 'vitest';
import { type Ad, FIELD_NAMES } from '#market/ads/model/market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { lexiconWords } from '#market/generator/model/lexicon-words.ts';
import { PRONOUNS } from '#market/text/model/persons.ts';
import { lintMarket } from '#safety/content/model/lint-market.ts';
import { anOrder, seeds } from '../../../../support/builders/a-market.ts';
import { LIBRARY, PROJECT } from '../../../../support/builders/the-library.ts';

/** Markets of every profile, with what a lawful request would bring. */
const MADE = [...LIBRARY.profiles.values()].flatMap((profile) =>
  seeds('safe', 5).map((seed) => ({
    seed,
    profile,
    ...generateMarket(anOrder({ profile, size: 'practice', seed }), { records: true }),
  })),
);
const ADS = MADE.flatMap(({ market }) => market.ads);

/** What an advertiser is made to write, moments and ids aside. */
const written = ({ title, versions, withheld }: Ad) => [
  title,
  ...versions.flatMap(({ sentences, fields }) => [...sentences, ...Object.values(fields)]),
  ...(withheld?.facts ?? []),
];
const TEXTS = ADS.flatMap(written);

const words = (text: string) => text.match(/\p{L}+/gu) ?? [];
const lower = (text: string) => words(text.toLowerCase());

/** Every word that stands in the files of the lexicon and of the language, or in a profile. */
const WRITTEN = new Set([
  ...['', '/en', '/en/practice', '/en/assessment', '/en/moves']
    .flatMap((part) => PROJECT.list(`content/lexicon${part}`).map((name) => `content/lexicon${part}/${name}`))
    .flatMap((file) => lower(PROJECT.read(file) ?? '')),
  ...Object.values(PRONOUNS).flat().flatMap(lower),
  ...[...LIBRARY.profiles.values()].flatMap(({ towns, languages }) =>
    [...towns.map(({ name }) => name), ...languages].flatMap(lower),
  ),
  // Around numbers in fields: a price in SIM, a room R-12, a picture pid-1234 with a mark M-1, a handle.
  ...['SIM', 'R', 'M', 'mark', 'pid', 'a', 'sim', 'h'].flatMap(lower),
]);

/** Ends of verbs of the third person, and what stands in their place in the first. */
const ENDS = [
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
] as const;

/** True for a word as it is written, and for a verb of the third person whose first person is. */
const isWritten = (word: string) =>
  WRITTEN.has(word) || ENDS.some(([end, first]) => end.test(word) && WRITTEN.has(word.replace(end, first)));

describe('a generated market', () => {
  it('passes every rule of the linter', () => {
    const one = MADE.filter(({ seed }) => seed === 'safe-0');
    const halves = [LIBRARY.language, LIBRARY.assessmentLanguage];
    const issues = one.flatMap(({ market, profile }) =>
      lintMarket(market, lexiconWords(LIBRARY.lexicon, halves, profile)),
    );

    expect(issues).toEqual([]);
  });

  it('uses no word that is not in the lexicon, a name, a town or a language (C02)', () => {
    const strange = TEXTS.flatMap(lower).filter((word) => !isWritten(word));

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

  it('shows no run of digits in a text that could be read as another number (C07)', () => {
    const sentences = ADS.flatMap(({ title, versions }) => [
      title,
      ...versions.flatMap((version) => version.sentences),
    ]);

    expect(sentences.filter((text) => /\d[\d ()/-]{5,}\d/.test(text))).toEqual([]);
  });

  it('has no emoji, no arrow, no mark of a brand (C15) and no address (C09)', () => {
    expect(TEXTS.filter((text) => /\p{Extended_Pictographic}|[\u2190-\u21ff]|[\u2b00-\u2bff]/u.test(text))).toEqual([]);
    expect(TEXTS.filter((text) => /[\p{L}\p{N}][.@][\p{L}]/u.test(text))).toEqual([]);
    expect(TEXTS.filter((text) => /https?:|www|tel:|mailto:|sms:/i.test(text))).toEqual([]);
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
      if (payment) expect(payment).toMatch(/^\$sim-\d+$/);
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
      ...['from', 'sentences', 'fields', 'layout'],
      ...FIELD_NAMES,
    ];

    expect(keys.size).toBeGreaterThan(20);
    expect([...keys].filter((key) => !expected.includes(key))).toEqual([]);
  });

  it('names no actor, no kind of actor, no indicator and no seed', () => {
    for (const { seed, market } of MADE) {
      const text = JSON.stringify(market);
      const secrets = [seed, 'actor-', ...LIBRARY.catalogue.keys(), 'controlled', 'independent', 'scammer', 'fraud'];

      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });
});
