import { describe, expect, it } from 'vitest';
import { HIDDEN_PHONE, type Market } from '#core/market/market.ts';
import { aMarket, seeds } from '../../../support/builders/a-market.ts';
import { LIBRARY, PROFILE } from '../../../support/builders/the-library.ts';

const MADE = seeds('safe', 100).map((seed) => ({ seed, ...aMarket({ seed }) }));

/** Every text that stands in some object, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** What an advertiser is made to write, moments and ids aside. */
const written = ({ ads }: Market) =>
  ads.flatMap(({ title, versions, withheld }) => [
    title,
    ...versions.flatMap(({ sentences, fields }) => [...sentences, ...Object.values(fields)]),
    ...(withheld?.facts ?? []),
  ]);

const words = (text: string) => text.match(/\p{L}+/gu) ?? [];
const { why: _, site: __, ...said } = LIBRARY.lexicon;
const LEXICON_WORDS = new Set(texts(said).flatMap((text) => words(text.replaceAll(/\{\w+\}/g, ' '))));
const PLACE_WORDS = new Set(PROFILE.towns.flatMap(({ name }) => words(name)).concat(PROFILE.languages));
/** What stands around numbers in fields: a price in SIM, a room R-12, a picture pid-1234, an account a-0123, a hidden number. */
const FIELD_WORDS = new Set(['SIM', 'one', 'hour', 'R', 'pid', 'a', 'sim', ...words(HIDDEN_PHONE)]);
const HANDLE_NAMES = new Set(
  [...LIBRARY.lexicon.names, ...LIBRARY.lexicon.agencyNames.flatMap(words)].map((name) => name.toLowerCase()),
);

describe('a generated market', () => {
  it('uses no word that is not in the lexicon, a name, a town or a language (C02)', () => {
    const strange = MADE.flatMap(({ market }) => written(market))
      .filter((text) => !text.startsWith('$sim-'))
      .flatMap(words)
      .filter((word) => !LEXICON_WORDS.has(word) && !PLACE_WORDS.has(word) && !FIELD_WORDS.has(word));

    expect([...new Set(strange)]).toEqual([]);
  });

  it('shows telephone numbers only of States that do not exist (C07)', () => {
    const phones = MADE.flatMap(({ market }) =>
      market.ads.flatMap(({ versions }) => versions.flatMap(({ fields }) => fields.phone ?? [])),
    );
    const readable = phones.filter((phone) => !phone.startsWith('▒'));

    expect(readable.length).toBeGreaterThan(1000);
    expect(readable.filter((phone) => !/^\+999\d{6,9}$/.test(phone.replaceAll(/[ ()-]/g, '')))).toEqual([]);
  });

  it('shows no run of digits in a text that could be read as another number (C07)', () => {
    const sentences = MADE.flatMap(({ market }) =>
      market.ads.flatMap(({ title, versions }) => [title, ...versions.flatMap((version) => version.sentences)]),
    );

    expect(sentences.filter((text) => /\d[\d ()/-]{5,}\d/.test(text))).toEqual([]);
  });

  it('has no emoji, no arrow, no mark of a brand (C15) and no address (C09)', () => {
    const found = MADE.flatMap(({ market }) => written(market));

    expect(found.filter((text) => /\p{Extended_Pictographic}|[\u2190-\u21ff]|[\u2b00-\u2bff]/u.test(text))).toEqual([]);
    expect(found.filter((text) => /[\p{L}\p{N}][.@][\p{L}]/u.test(text))).toEqual([]);
    expect(found.filter((text) => /https?:|www|tel:|mailto:|sms:/i.test(text))).toEqual([]);
  });

  it('names money and tills of the simulation only (C11)', () => {
    const fields = MADE.flatMap(({ market }) =>
      market.ads.flatMap(({ versions }) => versions.map((version) => version.fields)),
    );
    const payments = fields.flatMap(({ payment }) => payment ?? []);
    const tills = payments.map((payment) => /^\$sim-([a-z-]+)$/.exec(payment)?.[1]);

    expect(payments.length).toBeGreaterThan(500);
    expect(tills.filter((till) => !till?.split('-').every((part) => HANDLE_NAMES.has(part)))).toEqual([]);
    for (const { price } of fields) if (price) expect(price).toMatch(/^SIM \d{2,3}, one hour$/);
    expect(
      fields.flatMap((shown) => Object.values(shown)).filter((text) => /[€£¥]|\bUSD\b|\bEUR\b/.test(text)),
    ).toEqual([]);
  });

  it('shows nothing of an ad that may concern a minor but neutral facts (C13)', () => {
    for (const { market, truth } of MADE) {
      const withheld = market.ads.filter((ad) => ad.withheld);
      expect(withheld).toHaveLength(1);
      for (const ad of withheld) {
        expect(Object.keys(ad).toSorted()).toEqual([
          'account',
          'id',
          'postedAt',
          'renewals',
          'title',
          'versions',
          'withheld',
        ]);
        expect(ad).toMatchObject({
          title: '',
          versions: [],
          renewals: 0,
          withheld: { facts: LIBRARY.lexicon.withheld },
        });
        const known = truth.ads.find((entry) => entry.ad === ad.id);
        expect(known).toMatchObject({ possibleMinor: true, control: 'none' });
        expect(known?.labels.map(({ indicator }) => indicator)).toEqual(['pm-age-edited']);
      }
      expect(truth.ads.filter(({ possibleMinor }) => possibleMinor)).toHaveLength(1);
    }
  });

  it('calls nobody by a label, neither in public nor in its truth (C19)', () => {
    for (const { market, truth } of MADE)
      expect(JSON.stringify([market, truth])).not.toMatch(/victim|pimp|prostitut|rescue|trafficker|suspect/i);
  });

  it('is marked as synthetic wherever it goes (C01)', () => {
    for (const { market, truth } of MADE) {
      expect([market.synthetic, truth.synthetic]).toEqual([true, true]);
      expect(market.notice).toContain('SYNTHETIC TRAINING MATERIAL');
    }
  });
});

describe('the public half of a market', () => {
  it('has no field that could carry an answer', () => {
    for (const { market } of MADE) {
      const keys = new Set(
        market.ads.flatMap((ad) => [
          ...Object.keys(ad),
          ...ad.versions.flatMap((version) => [...Object.keys(version), ...Object.keys(version.fields)]),
        ]),
      );
      expect([...keys].toSorted()).toEqual([
        'account',
        'fields',
        'from',
        'hours',
        'id',
        'languages',
        'payment',
        'phone',
        'picture',
        'postedAt',
        'price',
        'renewals',
        'room',
        'sentences',
        'title',
        'town',
        'versions',
        'withheld',
      ]);
    }
  });

  it('names no actor, no kind of actor, no indicator and no seed', () => {
    for (const { seed, market, truth } of MADE) {
      const text = JSON.stringify(market);
      const secrets = [
        seed,
        ...truth.actors.map(({ id }) => id),
        ...LIBRARY.catalogue.keys(),
        'controlled',
        'independent',
        'scammer',
        'fraud',
      ];

      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });
});
