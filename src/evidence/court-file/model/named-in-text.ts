/** What a text names of a bundle, as written, with its place in the text. */
export interface Named {
  readonly kind: 'place' | 'sum' | 'day' | 'name';
  /** A pinpoint, an amount without commas, a day as 2031-03-03 (or --03-03 without a year), or a working name. */
  readonly value: string;
  readonly at: number;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `E5 7`, `E7 00:31`, and the further numbers of `E5 7 and 19` or `E5 7, 19`. */
const PLACES =
  /\b(E\d{1,2}) (\d\d:\d\d|\d{1,3})((?:(?:, and | and )(?:\d\d:\d\d|\d{1,3}\b)|, (?:\d\d:\d\d|\d{1,3}\b)(?! (?!and\b|say\b)[a-z]))*)/g;
const SUMS = /\bSIM (\d[\d,]*\d|\d)/g;
const DAYS = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join('|')})(?: (\\d{4}))?\\b`, 'g');
const NAMES = /\b\p{Lu}\p{Ll}+-\d+\b/gu;

const two = (n: number | string) => String(n).padStart(2, '0');

/** Every pinpoint, sum, day and working name that a text uses. */
export function namedInText(text: string): Named[] {
  const places = [...text.matchAll(PLACES)].flatMap(({ index, 1: exhibit, 2: first, 3: more = '' }): Named[] => {
    const ats = [first, ...[...more.matchAll(/\d\d:\d\d|\d+/g)].map(([at]) => at)];
    return ats.map((at) => ({ kind: 'place', value: `${exhibit} ${at}`, at: index }));
  });
  const sums = [...text.matchAll(SUMS)].map(
    ({ index, 1: sum = '' }): Named => ({ kind: 'sum', value: sum.replaceAll(',', ''), at: index }),
  );
  const days = [...text.matchAll(DAYS)].map(
    ({ index, 1: day = '', 2: month = '', 3: year = '-' }): Named => ({
      kind: 'day',
      value: `${year}-${two(MONTHS.indexOf(month) + 1)}-${two(day)}`,
      at: index,
    }),
  );
  const names = [...text.matchAll(NAMES)].map(
    ({ 0: name, index }): Named => ({ kind: 'name', value: name, at: index }),
  );
  return [...places, ...sums, ...days, ...names];
}
