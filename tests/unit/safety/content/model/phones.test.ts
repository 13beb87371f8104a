import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEpoch } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { lintText } from '#safety/content/model/lint-text.ts';
import { isReservedPhone, RESERVED_PHONES } from '#safety/content/model/reserved-phones.ts';

const codesOf = (text: string) =>
  lintText(text, { kind: 'pasted' })
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

/** For each range a number at its beginning and one at its end, and numbers just outside. */
const RANGES: Readonly<Record<string, { readonly inside: readonly string[]; readonly outside: readonly string[] }>> = {
  GB: {
    inside: ['+44 7700 900000', '+447700900999', '0044 1632 960 000', '+44 (1632) 960999'],
    outside: ['+44 7700 899999', '+44 7700 901000', '+44 1632 961000', '+44 7700 90000', '07700 900000'],
  },
  'North America': {
    inside: ['+1 212 555 0100', '+1-999-555-0199', '+1 (212) 555-0142'],
    outside: ['+1 212 555 0099', '+1 212 555 0200', '+1 112 555 0100', '212 555 0100', '+1 212 555 01000'],
  },
  FR: {
    inside: [
      '+33 1 99 00 00 00',
      '+33 6 39 98 99 99',
      '+33261910000',
      '+33 3 53 01 12 34',
      '+33 4 65 71 00 00',
      '+33 5 36 49 99 99',
    ],
    outside: ['+33 1 99 01 00 00', '+33 6 39 97 99 99', '+33 2 61 92 00 00', '01 99 00 00 00'],
  },
  DE: {
    inside: ['+49 30 23125 000', '+49 69 90009 999', '+49 40 66969 123', '+49 221 4710 123', '+49 89 99998 000'],
    outside: ['+49 30 23126 000', '+49 69 90010 000', '+49 30 23125 0000', '030 23125 000'],
  },
  SE: {
    inside: ['+46 70 174 06 05', '+46 70 174 06 99'],
    outside: ['+46 70 174 06 04', '+46 70 174 07 00', '070 174 06 05'],
  },
  IE: { inside: ['+353 20 91 00000', '+353 20 91 99999'], outside: ['+353 20 92 00000', '+353 20 91 0000'] },
  'the fictional States': {
    inside: ['+999 123456', '+999 512 345 678', '+999-512-345-678', '00999 555 012 34'],
    outside: ['+999 12345', '+999 1234567890', '+998 512 345 678', '999 512 345 678'],
  },
};

describe('the ranges kept for invented use', () => {
  it.each(RESERVED_PHONES)('contain exactly their own numbers: $place', ({ place }) => {
    const { inside = [], outside = [] } = RANGES[place] ?? {};

    expect(inside.length).toBeGreaterThan(0);
    for (const number of inside) {
      expect([number, isReservedPhone(number)]).toEqual([number, true]);
      expect([number, codesOf(`Call ${number}, please.`)]).toEqual([number, []]);
    }
    for (const number of outside) {
      expect([number, isReservedPhone(number)]).toEqual([number, false]);
      expect([number, codesOf(`Call ${number}, please.`)]).toEqual([number, ['safety.C07']]);
    }
  });

  it('contain no number of any other country', () => {
    const country = fc.constantFrom('39', '34', '31', '7', '380', '48', '41', '32', '43', '351');
    const rest = fc.stringMatching(/^\d{9}$/);

    fc.assert(
      fc.property(country, rest, (code, digits) => {
        expect(codesOf(`Call +${code}${digits} now.`)).toEqual(['safety.C07']);
      }),
    );
  });
});

describe('a number that could be real', () => {
  it.each([
    'Tel.0000000000',
    'Tel: 000/0000000',
    '(000) 000-0000',
    '555-0000',
    '000.000.0000',
    '00 00 00 00 00',
    '0000000000 or 0000000001',
    '600 000 000',
    '12-18 1123',
    '25-18 1100',
    '12-18 110 00',
    '61-18 110',
    '20 00 00 00',
    '000\u00a0000\u00a00000',
    '000\u2011000\u20110000',
  ])('is found however it is written: %s', (written) => {
    expect(new Set(codesOf(`Write to ${written} today.`))).toEqual(new Set(['safety.C07']));
  });

  it('is found behind a year and between two others', () => {
    const found = lintText('In 2019 ring +999 512 345 678 0000 000 000 or 0000 000 001.', { kind: 'scenario' });

    expect(found.map(({ params: { text } }) => text)).toEqual(['0000 000 000', '0000 000 001']);
  });

  it('is found beside a price, which a reserved number may have beside it', () => {
    expect(codesOf('+999 546 475 106 140')).toEqual([]);
    expect(codesOf('+998 546 475 106 140')).toEqual(['safety.C07']);
  });
});

const embedded = (figure: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.constantFrom('', 'At ', 'See (', 'Ad 0305, ', '12 ads: '),
      figure,
      fc.constantFrom('', '.', ', then 7', ') h', ' and 20'),
    )
    .map((parts) => parts.join(''));

const epoch = fc.integer({ min: 0, max: 4_102_444_799 });
const two = (number: number) => String(number).padStart(2, '0');

const FIGURES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'a moment of the case': epoch.map(fromEpoch),
  'a moment on a clock': epoch.map((seconds) => fromEpoch(seconds).slice(0, 16).replace('T', ' ')),
  'a moment without marks': epoch.map((seconds) => fromEpoch(seconds).replaceAll(/\D/g, '')),
  'a date': fc.tuple(epoch, fc.constantFrom('.', '/', '-')).chain(([seconds, mark]) => {
    const [year = '', month = '', day = ''] = fromEpoch(seconds).slice(0, 10).split('-');
    return fc.constantFrom(
      [year, month, day].join(mark),
      [day, month, year].join(mark),
      `${Number(day)}${mark}${Number(month)}${mark}${year}`,
    );
  }),
  'a stretch of years': fc
    .tuple(fc.integer({ min: 1950, max: 2050 }), fc.integer({ min: 1950, max: 2050 }))
    .map((years) => years.join('-')),
  'a price': fc.integer({ min: 1, max: 9_999 }).map((sum) => `SIM ${sum}, one hour`),
  'a pay': fc
    .integer({ min: 1_000, max: 99_999 })
    .map((sum) => `SIM ${Math.floor(sum / 1000)},${String(sum % 1000).padStart(3, '0')} a month`),
  'a grouped sum': fc
    .integer({ min: 1_000, max: 999_999 })
    .map((sum) => `${Math.floor(sum / 1000)} ${String(sum % 1000).padStart(3, '0')} SIM`),
  'an id': fc
    .tuple(
      fc.constantFrom('pid-', 'a-0', 'SIM-', 'R-', 'payer-', 'dev-', '$sim-', '$sim-w', 'M-', 'TC'),
      fc.nat({ max: 99_999_999 }),
    )
    .map(([kind, number]) => kind + number),
  'the number of an ad': fc.nat({ max: 999_999 }).map((number) => String(number).padStart(4, '0')),
  'a SHA-256': fc.string().map(sha256Hex),
  'a print of a file that begins like an address of a coin': fc
    .tuple(fc.string(), fc.constantFrom(32, 40, 64))
    .map(([text, length]) => `bc1${sha256Hex(text)}`.slice(0, length)),
  'the id of a market with a letter': fc.string().map((seed) => `${sha256Hex(seed).slice(0, 15)}a`),
  'a UUID': fc.uuid(),
  hours: fc
    .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
    .map(([hour, minute]) => `${hour}:${two(minute)} to ${two(hour)}:${two(minute)}`),
  'hours beside a price or a pay': fc
    .tuple(
      fc.integer({ min: 0, max: 17 }),
      fc.integer({ min: 9, max: 24 }),
      fc.oneof(
        fc.integer({ min: 40, max: 400 }),
        fc.integer({ min: 20, max: 120 }).map((fifties) => fifties * 50),
      ),
    )
    .chain(([from, to, amount]) =>
      fc.constantFrom(
        `${from}-${to} ${amount}`,
        `${from} - ${to} ${amount}`,
        `${from} - ${to} - ${amount}`,
        `${from}-${to} ${amount} 1`,
        `${amount} ${from}-${to}`,
      ),
    ),
  'a decimal': fc.double({ min: 0.0001, max: 999, noNaN: true }).map((number) => number.toFixed(7)),
};

describe.each(Object.entries(FIGURES))('%s', (_, figure) => {
  it('is never taken for a telephone number, a card or an account', () => {
    fc.assert(
      fc.property(embedded(figure), (text) => {
        expect([text, lintText(text, { kind: 'scenario' }).map(({ code }) => code)]).toEqual([text, []]);
      }),
      { numRuns: 300 },
    );
  });
});
