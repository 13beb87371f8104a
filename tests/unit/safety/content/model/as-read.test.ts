import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsSeen } from '#safety/content/model/as-read.ts';

/** What is written, and what a reader sees. */
const SEEN: readonly (readonly [how: string, written: string, seen: string])[] = [
  ['zero width', 'seven\u200bt\u200ceen\u2060', 'seventeen'],
  ['a soft hyphen', 'seven\u00adteen', 'seventeen'],
  ['a byte order mark', '\ufeffseventeen', 'seventeen'],
  ['bidi controls', '\u202eseven\u202cteen\u2066\u2069', 'seventeen'],
  ['variation selectors', 'seven\ufe0fteen\u{e0101}', 'seventeen'],
  ['tag characters', 'seven\u{e0074}\u{e0065}teen\u{e007f}', 'seventeen'],
  ['a joiner of graphemes', 'seven\u034fteen', 'seventeen'],
  ['a Hangul filler', 'seven\u3164teen', 'seventeen'],
  ['full width', 'ｓｅｖｅｎｔｅｅｎ　１７', 'seventeen 17'],
  ['letters of mathematics', '𝐬𝐞𝐯𝐞𝐧𝓽𝓮𝓮𝓷 𝟏𝟕', 'seventeen 17'],
  ['circled and raised figures', '⑰ ¹⁷ ⒘', '17 17 17.'],
  ['Arabic-Indic digits', '١٧ ۱۷', '17 17'],
  ['digits of Indian scripts', '१७ ১৭ ௧௭ ౧౭', '17 17 17 17'],
  ['digits of Thai and Myanmar', '๑๗ ၁၇', '17 17'],
  ['digits beyond the first plane', '\u{1e951}\u{1e957} \u{104a1}\u{104a7}', '17 17'],
  ['Cyrillic letters', 'ѕеvеntееn', 'seventeen'],
  ['Greek letters', 'sevεnteen gιrl'.replace('ε', 'e'), 'seventeen girl'],
  ['a word of Cyrillic look-alikes alone', 'a Ьоу of the house', 'a boy of the house'],
  ['a dotless i', 'gırl', 'girl'],
  ['small capitals', 'sᴇᴠᴇɴteen', 'seventeen'],
  ['strokes through letters', 's\u0336e\u0336v\u0336e\u0336nteen', 'seventeen'],
  ['letters apart', 's e v e n t e e n', 'seventeen'],
  ['letters with full stops between', 's.e.v.e.n.t.e.e.n', 'seventeen'],
  ['emphasis inside a word', 'seven**teen** and <b>seven</b>teen', 'seventeen** and <b>seventeen'],
  ['a hard blank and a hard hyphen', 'seven\u2011teen\u00a0years', 'seven-teen years'],
  ['ligatures', 'ﬁfteen', 'fifteen'],
];

describe('a text as a reader sees it', () => {
  it.each(SEEN)('ignores %s', (_, written, seen) => {
    expect(readAsSeen(written).text).toBe(seen);
  });

  it.each([
    'Он рост, и сор в реке.',
    'Ένα σπίτι κοντά στο λιμάνι.',
    'Ana, Bel and Ciro – “a quiet room”, é, ü, ñ, č; ▒▒▒ ◈',
    'U. S. A. and N. N.',
    'snake_case_name *emphasis* 2 * 3 * 4',
    'שלום עולם',
  ])('is the text itself where nothing is hidden: %s', (text) => {
    expect(readAsSeen(text).text).toBe(text);
  });

  it('reads each digit of Unicode as its value', () => {
    const digits = Array.from({ length: 0x110000 }, (_, code) => code).filter(
      (code) => (code < 0xd800 || code > 0xdfff) && /^\p{Nd}$/u.test(String.fromCodePoint(code)),
    );

    expect(digits.length).toBeGreaterThan(600);
    expect(digits.length % 10).toBe(0);
    expect(digits.map((code) => readAsSeen(String.fromCodePoint(code)).text).join('')).toBe(
      '0123456789'.repeat(digits.length / 10),
    );
  });

  const unit = fc.constantFrom(
    's',
    'é',
    ' ',
    '\n',
    '\u200b',
    '\u00ad',
    'ﬁ',
    '１',
    '१',
    'е',
    '\u0301',
    '😀',
    '…',
    '𝟏',
    '*',
    '.',
    '\ud800',
  );
  const text = fc.array(unit, { maxLength: 40 }).map((parts) => parts.join(''));

  const anything = fc
    .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 30 })
    .map((codes) => String.fromCodePoint(...codes));

  it('maps every offset to an offset of the written text, in order up to its end', () => {
    fc.assert(
      fc.property(fc.oneof(text, anything), (written) => {
        const { text: seen, sourceAt } = readAsSeen(written);
        const places = Array.from({ length: seen.length + 1 }, (_, at) => sourceAt(at));

        expect(places.at(-1)).toBe(written.length);
        expect(places.every((place, n) => n === 0 || place >= (places[n - 1] as number))).toBe(true);
        expect(places.every((place) => place >= 0 && place <= written.length)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('is idempotent after a few passes', () => {
    fc.assert(
      fc.property(text, (written) => {
        // What is joined in one reading can be a letter that stands apart in the next; each joining makes the text
        // shorter.
        let read = readAsSeen(written).text;
        for (let n = 0; n < 6; n++) read = readAsSeen(read).text;

        expect(readAsSeen(read).text).toBe(read);
      }),
    );
  });

  it('finds a word at its position, with any invisible characters in and around it', () => {
    const invisible = fc.array(fc.constantFrom('\u200b', '\u200d', '\u00ad', '\u2067', '\ufe0e', '\u{e0041}'), {
      maxLength: 3,
    });

    fc.assert(
      fc.property(fc.array(invisible, { minLength: 9, maxLength: 9 }), fc.nat({ max: 30 }), (between, blanks) => {
        const word = [...'seventeen'].map((letter, n) => letter + (between[n] ?? []).join('')).join('');
        const before = `${'x'.repeat(blanks)} `;
        const { text: seen, sourceAt } = readAsSeen(`${before}${word} end`);
        const at = seen.indexOf('seventeen');

        expect(seen).toBe(`${before}seventeen end`);
        expect(sourceAt(at)).toBe(before.length);
        expect(sourceAt(at + 9)).toBe(before.length + word.length);
      }),
    );
  });
});
