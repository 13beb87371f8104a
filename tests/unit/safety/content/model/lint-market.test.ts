import { describe, expect, it } from 'vitest';
import type { Issue } from '#kernel/model/issue.ts';
import { lintAds, lintDocument, lintMarket } from '#safety/content/model/lint-market.ts';
import type { LintedMarket } from '#safety/content/model/linted-market.ts';
import { SAFETY_RULES } from '#safety/content/model/rules.ts';
import {
  ALLOWED,
  aLintedAd,
  aLintedMarket,
  anAdWith,
  aWithheldAd,
} from '../../../../support/safety/a-linted-market.ts';

const withAd = (ad: ReturnType<typeof aLintedAd>) => aLintedMarket({ ads: [ad] });
const saying = (sentence: string) => withAd(anAdWith([sentence]));
const showing = (fields: Record<string, string>) => withAd(anAdWith(['Clean room and good tea.'], fields));
const sentence = ['ads', 0, 'versions', 0, 'sentences', 0];
const field = (name: string) => ['ads', 0, 'versions', 0, 'fields', name];

/** What breaks a rule: the rule, how, the market, and the place that is named. */
const PLANTED: readonly (readonly [rule: string, how: string, market: LintedMarket, path: Issue['path']])[] = [
  ['C01', 'does not say that it is synthetic', aLintedMarket({ synthetic: false }), ['synthetic']],
  ['C01', 'has no id', aLintedMarket({ marketId: '0123' }), ['marketId']],
  ['C01', 'has another notice', aLintedMarket({ notice: 'Welcome' }), ['notice']],
  ['C02', 'has a word of its own in a sentence', saying('Clean room and whatnot.'), sentence],
  ['C02', 'has a word of its own in a title', withAd(aLintedAd({ title: 'Whatnot, Ostrel' })), ['ads', 0, 'title']],
  ['C02', 'has a word of its own in a field', showing({ hours: '11 to whatnot h' }), field('hours')],
  ['C02', 'has a word of its own in a handle', showing({ payment: '$sim-whatnot' }), field('payment')],
  [
    'C02',
    'has a word of its own in a record',
    withAd(aLintedAd({ traces: { notes: ['whatnot'] } })),
    ['ads', 0, 'traces', 'notes', 0],
  ],
  [
    'C02',
    'has a word of its own in a fact',
    aLintedMarket({ ads: [aWithheldAd({ withheld: { facts: ['Whatnot.'] } })] }),
    ['ads', 0, 'withheld', 'facts', 0],
  ],
  ['C04', 'has a file in place of a tile', showing({ picture: 'number' }), field('picture')],
  ['C04', 'has words in place of a room code', showing({ room: 'green curtain' }), field('room')],
  ['C05', 'puts two names together', withAd(aLintedAd({ title: 'Mira Lio, Ostrel' })), ['ads', 0, 'title']],
  ['C05', 'puts a surname behind a name', saying('Mira Good.'), sentence],
  ['C06', 'stands in a town of another profile', showing({ town: 'Good' }), field('town')],
  [
    'C06',
    'passes through a town of another profile',
    withAd(aLintedAd({ traces: { route: [{ town: 'Good' }] } })),
    ['ads', 0, 'traces', 'route', 0, 'town'],
  ],
  ['C07', 'shows a number of no reserved range', showing({ phone: '+000 512 345 678' }), field('phone')],
  ['C07', 'shows something that is no number', showing({ phone: '1234' }), field('phone')],
  [
    'C07',
    'has a number of no reserved range in a record',
    withAd(aLintedAd({ traces: { phones: ['+999 512 345 678', '12'] } })),
    ['ads', 0, 'traces', 'phones', 1],
  ],
  ['C07', 'has a number of no reserved range in a sentence', saying('Please be on time to 0000 000 000.'), sentence],
  [
    'C10',
    'has an address that a machine may have',
    withAd(aLintedAd({ traces: { address: '10.0.0.1' } })),
    ['ads', 0, 'traces', 'address'],
  ],
  ['C11', 'asks for real money', showing({ price: 'SIM 150, one hour $ 5' }), field('price')],
  [
    'C13',
    'has a title on a closed card',
    aLintedMarket({ ads: [aWithheldAd({ title: 'Mira' })] }),
    ['ads', 0, 'title'],
  ],
  [
    'C13',
    'has a version on a closed card',
    aLintedMarket({ ads: [{ ...aLintedAd({ title: '' }), withheld: { facts: ['Account eight days old.'] } }] }),
    ['ads', 0, 'versions'],
  ],
  [
    'C13',
    'has a price on a closed card',
    aLintedMarket({ ads: [aWithheldAd({ price: 'SIM 150' })] }),
    ['ads', 0, 'price'],
  ],
  [
    'C13',
    'has records on a closed card',
    aLintedMarket({ ads: [aWithheldAd({ records: {} })] }),
    ['ads', 0, 'records'],
  ],
  [
    'C13',
    'has no fact on a closed card',
    aLintedMarket({ ads: [aWithheldAd({ withheld: { facts: [] } })] }),
    ['ads', 0, 'withheld'],
  ],
  [
    'C13',
    'has more than facts on a closed card',
    aLintedMarket({ ads: [aWithheldAd({ withheld: { facts: ['Account eight days old.'], picture: 'pid-1' } })] }),
    ['ads', 0, 'withheld'],
  ],
  ['C15', 'has a sign that is not plain', saying('Clean room and good tea *'), sentence],
  ['C15', 'has a pictograph that ads do not have', saying('Clean room and good tea 🍒'), sentence],
  ['C18', 'names a language in a sentence of its own', saying('Clean room and good Orlish tea.'), sentence],
  [
    'C18',
    'is large and never shows a trap',
    aLintedMarket({ ads: Array.from({ length: 300 }, () => anAdWith(['Good tea.'])) }),
    ['ads'],
  ],
];

const errorsOf = (issues: readonly Issue[]) => issues.map(({ code, path }) => [code, path]);

describe('a market', () => {
  it('that keeps every rule has no issue', () => {
    expect(lintMarket(aLintedMarket(), ALLOWED)).toEqual([]);
    expect(lintMarket(aLintedMarket({ ads: Array.from({ length: 300 }, () => aLintedAd()) }), ALLOWED)).toEqual([]);
  });

  it.each(PLANTED)('is refused by %s where it %s', (rule, _, market, path) => {
    expect(errorsOf(lintMarket(market, ALLOWED))).toEqual([[`safety.${rule}`, path]]);
  });

  it('breaks each rule for markets in the table above', () => {
    const planted = new Set(PLANTED.map(([rule]) => rule));

    expect(SAFETY_RULES.filter(({ check }) => check.ads || check.market).filter(({ id }) => !planted.has(id))).toEqual(
      [],
    );
  });

  it('has the texts around its ads checked, but not its id', () => {
    const sites = [{ id: 'x', name: 'Call 0000 000 000' }];

    expect(errorsOf(lintMarket(aLintedMarket({ sites, marketId: '4111111111111111' }), ALLOWED))).toEqual([
      ['safety.C07', ['sites', 0, 'name']],
    ]);
  });

  it('may name the files that hold its ads', () => {
    expect(lintMarket(aLintedMarket({ shards: ['ads-000.ndjson', 'ads-001.ndjson'] }), ALLOWED)).toEqual([]);
  });

  it.each(['Mira Ostrel', 'Mira Kelvic', 'Mira Tue - Sat'])(
    'may have a town, a label or a day behind a name: %s',
    (title) => {
      const words = { ...ALLOWED, words: new Set([...ALLOWED.words, 'Tue', 'Sat']) };

      expect(lintMarket(withAd(aLintedAd({ title })), words)).toEqual([]);
    },
  );

  it.each(['☎ +999 512 345 678', '⏰ 11 to 19 h', '★ Good tea. ★', '✔ Clean room'])(
    'may have the marks of ads: %s',
    (line) => {
      expect(lintMarket(saying(line), ALLOWED)).toEqual([]);
    },
  );

  it('may show the glyph where its card gives it a meaning', () => {
    const market = saying('Clean room and good tea. ◈');

    expect(errorsOf(lintMarket(market, ALLOWED))).toEqual([['safety.C15', sentence]]);
    expect(lintMarket(market, { ...ALLOWED, glyph: true })).toEqual([]);
  });
});

describe('an ad on one line', () => {
  const { versions, ...rest } = aLintedAd();
  const line = { ...rest, text: 'Clean room and good tea. From Kelvic.', fields: versions?.[0]?.fields };
  const lint = (change: object) => errorsOf(lintAds({ ads: [{ ...line, ...change }], place: [] }, ALLOWED));

  it('is read like an ad with versions', () => {
    expect(lint({})).toEqual([]);
    expect(lint({ text: 'Clean whatnot.' })).toEqual([['safety.C02', [0, 'text']]]);
    expect(lint({ text: 'Good Orlish tea. From Kelvic.' })).toEqual([['safety.C18', [0, 'text']]]);
    expect(lint({ fields: { picture: 'number' } })).toEqual([['safety.C04', [0, 'fields', 'picture']]]);
  });

  it('may end a sentence with a name, and may put no two names into one', () => {
    const ends = (sentenceEnds: readonly number[]) =>
      lintAds(
        { ads: [{ id: 'ad-0301', title: '', text: 'Clean room and Mira Lio', sentenceEnds }], place: [] },
        ALLOWED,
      );

    expect(ends([19, 23])).toEqual([]);
    expect(ends([23])).toMatchObject([{ code: 'safety.C05', path: [0, 'text'] }]);
    expect(ends([10, 23])).toMatchObject([{ code: 'safety.C05' }]);
  });

  it('that is withheld has no text', () => {
    const card = { title: '', text: '', fields: undefined, withheld: { facts: ['Account eight days old.'] } };

    expect(lint(card)).toEqual([['safety.C13', [0, 'fields']]]);
    expect(errorsOf(lintAds({ ads: [aWithheldAd({ text: 'Good tea.' })], place: [] }, ALLOWED))).toEqual([
      ['safety.C13', [0, 'text']],
    ]);
  });
});

describe('a document of cards', () => {
  const card = { kind: 'test-card', banner: 'TEST', id: 'TC1', fields: { declaredAge: 17, asked: ['account-id'] } };
  const image = { kind: 'child-image', closed: true, id: 'TC13' };
  const lint = (cards: object[]) => errorsOf(lintDocument({ cards }));

  it('may hold closed cards of structured fields', () => {
    expect(lint([card, image])).toEqual([]);
  });

  it.each([
    ['no banner', { ...card, banner: undefined }, ['banner']],
    ['no fields', { ...card, fields: undefined }, ['fields']],
    ['a text', { ...card, text: 'Good tea' }, ['text']],
    ['a sentence in a field', { ...card, fields: { note: 'Good tea. Clean room.' } }, ['fields', 'note']],
    ['many words in a field', { ...card, fields: { note: 'one two three four five six' } }, ['fields', 'note']],
    ['an object in a field', { ...card, fields: { note: { deeper: 'tea' } } }, ['fields', 'note']],
  ])('is refused by C14 for a test card with %s', (_, changed, path) => {
    expect(lint([changed])).toEqual([['safety.C14', ['cards', 0, ...path]]]);
  });

  it.each([
    ['that is open', { ...image, closed: false }, ['closed']],
    ['with a body', { ...image, body: 'Good tea' }, ['body']],
    ['that can be fetched', { ...image, download: true }, ['download']],
    ['with fields', { ...image, fields: {} }, ['fields']],
  ])('is refused by C16 for a picture of a child %s', (_, changed, path) => {
    expect(lint([changed])).toEqual([['safety.C16', ['cards', 0, ...path]]]);
  });
});
