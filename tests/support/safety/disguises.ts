/** Ways to write a sentence so that a reader reads the same, and a search does not. */
export const DISGUISES: readonly (readonly [how: string, disguise: (text: string) => string])[] = [
  ['capitals', (text) => text.toUpperCase()],
  ['small letters', (text) => text.toLowerCase()],
  ['line ends in place of blanks', (text) => text.replaceAll(' ', '\n')],
  ['line ends with an indentation', (text) => text.replaceAll(' ', '\n      ')],
  ['carriage returns', (text) => text.replaceAll(' ', '\r\n')],
  ['two blanks', (text) => text.replaceAll(' ', '  ')],
  ['hard blanks', (text) => text.replaceAll(' ', '\u00a0')],
  ['thin blanks', (text) => text.replaceAll(' ', '\u2009')],
  ['tabs', (text) => text.replaceAll(' ', '\t')],
  ['soft hyphens', (text) => text.replaceAll(/(\p{L})(?=\p{L})/gu, '$1\u00ad')],
  ['zero-width blanks', (text) => text.replaceAll(/(\p{L})(?=\p{L})/gu, '$1\u200b')],
  ['zero-width joiners', (text) => text.replaceAll(/(\p{L}{2})(?=\p{L})/gu, '$1\u200d')],
  ['marks of direction', (text) => text.replaceAll(/(\p{L}{3})(?=\p{L})/gu, '$1\u2066')],
  ['Cyrillic letters', (text) => text.replaceAll('a', 'а').replaceAll('e', 'е').replaceAll('o', 'о')],
  ['Greek letters', (text) => text.replaceAll('o', 'ο').replaceAll('i', 'ι')],
  [
    'full-width letters',
    (text) => text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
  ],
  [
    'letters of mathematics',
    (text) => text.replaceAll(/[a-z]/g, (sign) => String.fromCodePoint(0x1d41a + sign.charCodeAt(0) - 97)),
  ],
  ['strokes', (text) => text.replaceAll(/(\p{L})/gu, '$1\u0336')],
  ['accents', (text) => text.replaceAll('a', 'á').replaceAll('e', 'ë')],
  ['emphasis inside words', (text) => text.replaceAll(/(\p{L}{2})(?=\p{L}{2})/gu, '$1**')],
  ['typographic apostrophes', (text) => text.replaceAll("'", '’')],
  ['straight apostrophes', (text) => text.replaceAll('’', "'")],
  ['a hyphen inside the longest word', (text) => parted(text, '-')],
  ['a word parted at the end of a line', (text) => parted(text, '-\n')],
  ['a word parted at the end of an indented line', (text) => parted(text, '-\n    ')],
];

/** Parts the longest word in its middle. */
function parted(text: string, by: string): string {
  const longest = (text.match(/\p{Ll}{4,}/gu) ?? []).reduce((a, b) => (b.length > a.length ? b : a), '');
  const middle = Math.floor(longest.length / 2);
  return longest === '' ? text : text.replace(longest, `${longest.slice(0, middle)}${by}${longest.slice(middle)}`);
}
