import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintDocument, lintMarket } from '#safety/content/model/lint-market.ts';
import { lintText } from '#safety/content/model/lint-text.ts';
import { ALLOWED, aLintedMarket, anAdWith, aWithheldAd } from '../../../../support/safety/a-linted-market.ts';

const youthIn = (text: string, kind: 'scenario' | 'generated' | 'lesson' | 'pasted' = 'scenario') =>
  lintText(text, { kind }).filter(({ code }) => code === 'safety.C13');

const AGES: readonly string[] = [
  'She is seventeen.',
  'She is 17.',
  'I’m 16 and new here.',
  'who is only 14, and',
  'aged 16',
  'Age: 15',
  'at the age of twelve',
  'just turned 15',
  'She will be 16 next month.',
  'a sixteen-year-old',
  'The person is 17 years old.',
  'sixteen years of age',
  'a 5-year-old from the house',
  '17 y/o',
  '17yo here',
  '16 yrs',
  'f/16',
  'Ana, 16',
  'Ana, 16, Ostrel',
  'Mira (17)',
  'a person of sixteen',
  'before her 18th birthday',
  'sixteenth birthday',
  'sweet sixteen',
  'born in 2016',
  'мне 16 лет',
  '16-летняя',
  'шестнадцатилетняя',
  'ей всего шестнадцать.',
  'sie ist 16 Jahre alt',
  'eine 17-jährige',
  'im Alter von fünfzehn',
  'elle a seize ans',
  'fille de 16 ans',
  'tiene dieciséis años',
  'ha sedici anni',
  'una sedicenne',
];

const NO_AGES: readonly string[] = [
  "It is 17:30 o'clock.",
  'At 17.30 h, on 17 March, or on March 17.',
  'Since 2017, and from 16 to 17 h.',
  'Article 17 and Articles 16, 17 and 18 of the Convention.',
  'See page 16, and pages 12 to 17.',
  'It has 12 years of work behind it.',
  'The account is two years old, a two-year-old account of 12 days.',
  'An account aged 12 days.',
  'Seventeen ads, and fifteen in a hundred carried five.',
  'There are fifteen minutes, 17 pages and 16 rooms.',
  'It was 17. It will be 12, then 15.',
  'In Ostrel, 12 ads were open; Ads 0301, 16.',
  'She is 34 years old. He turned 30. Born in 2001. Aged 18.',
  'She is 17 minutes late, he is 12 km away.',
  'He is one of them, who was one, and she is two streets away.',
  'The group turns five this summer.',
  'Level 3, 16 ads. Monday, 12. Step (17).',
  'SIM 150, 12 h to 17 h, 16 %, 16.5, 1/16.',
  '12-летний опыт, 12 лет работы',
  '12 Jahre Erfahrung',
  'depuis 12 ans, contrat de 12 ans',
  '12 años de experiencia',
  'da 12 anni',
];

describe('an age under eighteen', () => {
  it.each(AGES)('is refused: %s', (text) => {
    for (const kind of ['scenario', 'generated', 'lesson', 'pasted'] as const)
      expect([kind, youthIn(text, kind).length]).toEqual([kind, 1]);
  });

  it.each(NO_AGES)('is not reported in: %s', (text) => {
    expect(youthIn(text).map(({ params }) => params)).toEqual([]);
  });

  it('is refused for every number, and eighteen or more never', () => {
    const sentences = ['She is {n}.', 'aged {n}', 'a {n}-year-old', 'just turned {n}', 'A person of {n}, alone.'];

    fc.assert(
      fc.property(fc.constantFrom(...sentences), fc.integer({ min: 4, max: 90 }), (sentence, age) => {
        expect(youthIn(sentence.replace('{n}', String(age))).length > 0).toBe(
          age < 18 || (age < 20 && sentence.includes('turned')),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('is refused in digits of every script', () => {
    const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xe50, 0x1040, 0xff10, 0x1d7ce, 0x1e950];

    fc.assert(
      fc.property(fc.constantFrom(...zeros), fc.integer({ min: 10, max: 17 }), (zero, age) => {
        const digits = [...String(age)].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');

        expect(youthIn(`The person is ${digits} years old.`)).toHaveLength(1);
      }),
    );
  });
});

describe('a word for a young person or a pupil', () => {
  it.each([
    'Two girls in one house.',
    'a girl’s page',
    'schoolgirl',
    'school-girl',
    'A boy waits.',
    'teen',
    'teenager',
    'late teens',
    'an adolescent',
    'a youngster',
    'a youth',
    'underage',
    'barely legal',
    'just turned 18',
    'fresh 18',
    'a young-looking guest',
    'the youngest companion',
    'девочка',
    'Mädchen',
    'niñas',
    'ragazzine',
  ])('is refused in a case, an ad and a lesson: %s', (text) => {
    for (const kind of ['scenario', 'generated', 'lesson'] as const) expect(youthIn(text, kind)).not.toEqual([]);
  });

  it.each([
    'She is in tenth grade.',
    'after school',
    'a school uniform',
    'students welcome',
    'pupil',
    'her classmates',
    'homework',
  ])('is refused in a case and an ad, and a lesson may speak of school: %s', (text) => {
    expect(youthIn(text)).not.toEqual([]);
    expect(youthIn(text, 'generated')).not.toEqual([]);
    expect(youthIn(text, 'lesson')).toEqual([]);
  });

  it.each([
    'Halyard runs a house for men and boys, and a house for women.',
    'One door for children and young people, boys as well as girls.',
    'a shelter for girls',
    'the language school of the town',
    'A juvenile court, and child protection.',
    'The boycott of a boyar in the schooner.',
    'A young law, a younger site.',
    'The age check says adult. Adults only.',
  ])('is not reported in: %s', (text) => {
    expect(youthIn(text)).toEqual([]);
  });
});

/** Each way to hide what is said; every text holds one thing that is refused. */
const HIDDEN: readonly (readonly [how: string, text: string])[] = [
  ['zero width', 'seven\u200bteen years old'],
  ['zero width in figures', '1\u200b7 years old'],
  ['a soft hyphen', 'a gi\u00adrl'],
  ['full width', 'ａｇｅｄ １６'],
  ['Arabic-Indic digits', 'aged ١٦'],
  ['Devanagari digits', 'She is १६.'],
  ['Cyrillic letters', 'a gіrl'],
  ['Cyrillic letters in a number', 'ѕіхtееn years old'],
  ['a word of look-alikes alone', 'a Ьоу of the house'],
  ['number words', 'She is fifteen.'],
  ['hyphenation', 'seven-teen years old'],
  ['hyphenation at the end of a line', 'seven-\nteen years old'.replace('\n', ' ')],
  ['bidi controls', 'a \u202egirl\u202c'],
  ['tag characters', 'a t\u{e0061}een'],
  ['letters of mathematics', 'a 𝐭𝐞𝐞𝐧'],
  ['letters apart', 'T e e n a g e r, here'],
  ['full stops', 's.i.x.t.e.e.n years old'],
  ['emphasis', 'a **g**irl'],
  ['strokes', 'a g\u0336i\u0336r\u0336l\u0336'],
  ['accents', 'a gîrl'],
  ['figures for letters', 'a g1rl'],
  ['figures in a number', 's1xt33n years old'],
  ['capitals', 'A TEENAGER'],
];

describe('a text disguised from programs but not from readers', () => {
  it.each(HIDDEN)('is refused: %s', (_, text) => {
    expect(youthIn(text)).toHaveLength(1);
  });

  it('is reported as written, at its position', () => {
    const text = 'One line.\nAnd a gi\u200brl waits, a\u200bged ١٦.';
    const found = lintText(text, { kind: 'scenario', file: 'a.txt' });

    expect(found.map(({ params, position }) => [params.text, position?.line, position?.column])).toEqual([
      ['gi\u200brl', 2, 7],
      ['a\u200bged ١٦', 2, 20],
    ]);
  });

  it('is refused with any invisible characters in it', () => {
    const invisible = fc.constantFrom(
      '\u200b',
      '\u200c',
      '\u2060',
      '\u00ad',
      '\u202d',
      '\ufe0f',
      '\u{e0030}',
      '\u034f',
    );
    const word = fc.constantFrom('teenager', 'schoolgirl', 'seventeen years old', 'aged 15');

    fc.assert(
      fc.property(word, fc.array(invisible, { minLength: 20, maxLength: 20 }), (plain, signs) => {
        const hidden = [...plain].map((letter, n) => letter + (n + 1 < plain.length ? signs[n] : '')).join('');

        expect(youthIn(`A person, ${hidden}, in Ostrel.`)).toHaveLength(1);
      }),
    );
  });
});

describe('an allowed mention', () => {
  const open = aLintedMarket({ ads: [anAdWith(['The age field was changed from 16 to 19.'])] });
  const closed = aLintedMarket({
    ads: [aWithheldAd({ withheld: { facts: ['The age field says 19, the account gives age 16, school-context.'] } })],
  });
  const codes = (market: typeof open) => lintMarket(market, ALLOWED).map(({ code }) => code);

  it('is a log line of a closed card, and no line of an open ad', () => {
    expect(codes(closed)).not.toContain('safety.C13');
    expect(codes(aLintedMarket({ ads: [anAdWith(['Clean room, age 16.'])] }))).toContain('safety.C13');
  });

  it('is a structured field of a test card, and no other field of it', () => {
    const card = (fields: object) => ({ kind: 'test-card', banner: 'TEST', fields });

    expect(lintDocument({ cards: [card({ declaredAge: 'aged 16', documentAge: 15 })] })).toEqual([]);
    expect(lintDocument({ cards: [card({ note: 'aged 16' })] }).map(({ code }) => code)).toEqual(['safety.C13']);
  });

  it('is a law that is cited or quoted in a lesson, and no sentence of a case', () => {
    const law = 'The law speaks of “a girl or a boy aged 16”.';

    expect(lintText('A boy aged 16.', { kind: 'lesson', cited: true })).toEqual([]);
    expect(youthIn(law, 'lesson')).toEqual([]);
    expect(youthIn(law)).not.toEqual([]);
  });
});
