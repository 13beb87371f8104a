/** Digit groupings of printed card numbers; a number without spaces is one group. */
const GROUPINGS = new Set([
  '13',
  '14',
  '15',
  '16',
  '17',
  '18',
  '19',
  '4 4 4 4',
  '4 4 4 4 3',
  '4 4 4 1',
  '4 6 5',
  '4 6 4',
  '6 13',
]);

/** True for groups of digits with the shape of a payment card number and a valid check digit. */
export function isCardNumber(groups: readonly string[]): boolean {
  const shape = groups.map(({ length }) => length).join(' ');
  const digits = groups.join('');
  return GROUPINGS.has(shape) && /^[1-9]/.test(digits) && !/^(\d)\1+$/.test(digits) && passesLuhn(digits);
}

/** Minimum digits of the first group of a card number. */
const MIN_FIRST_GROUP = 4;

/** Number of groups from `from` on that form a card number; 0 if none starts there. */
export function cardAt(groups: readonly string[], from: number): number {
  if ((groups[from] ?? '').length < MIN_FIRST_GROUP) return 0;
  const most = Math.min(5, groups.length - from);
  for (let count = 1; count <= most; count++) if (isCardNumber(groups.slice(from, from + count))) return count;
  return 0;
}

/**
 * The Luhn check of ISO/IEC 7812: every second digit from the right is doubled, and the digit sum is a multiple of ten.
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let n = 0; n < digits.length; n++) {
    const digit = Number(digits[digits.length - 1 - n]);
    const weighed = n % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
