import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCardNumber, passesLuhn } from '#safety/content/model/card-numbers.ts';
import { lintText } from '#safety/content/model/lint-text.ts';

const codesOf = (text: string) => lintText(text, { kind: 'lesson' }).map(({ code }) => code);

describe('the check digit of a card', () => {
  it('accepts published test card numbers', () => {
    for (const digits of [
      '4111111111111111',
      '5555555555554444',
      '378282246310005',
      '6011111111111117',
      '30569309025904',
    ])
      expect([digits, passesLuhn(digits)]).toEqual([digits, true]);
  });

  it('is unique for each number, and detects a wrong digit', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{14}$/),
        fc.nat({ max: 15 }),
        fc.integer({ min: 1, max: 9 }),
        (body, at, by) => {
          const fitting = [...'0123456789'].map((digit) => body + digit).filter(passesLuhn);
          const [card = ''] = fitting;
          const slipped = [...card].map((digit, n) => (n === at ? String((Number(digit) + by) % 10) : digit)).join('');

          expect(fitting).toHaveLength(1);
          expect(passesLuhn(slipped)).toBe(false);
        },
      ),
    );
  });
});

describe('a card number in a text', () => {
  it.each(['4111111111111111', '4111 1111 1111 1111', '4111-1111-1111-1111', '3782 822463 10005'])(
    'is found as %s',
    (written) => {
      expect(codesOf(`Paid with ${written} today.`)).toEqual(['safety.C11']);
    },
  );

  it.each(['4111 1111 1111 1112', '41111111 11111111', '0000 0000 0000 0000', '1111 1111 1111 1111'])(
    'is not reported in %s',
    (written) => {
      expect(isCardNumber(written.split(' '))).toBe(false);
    },
  );
});
