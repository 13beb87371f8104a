/** Letters that are not a base letter with a diacritic, as people type them who do not have them on their keyboard. */
const TRANSLITERATIONS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const SPECIAL = new RegExp(`[${Object.keys(TRANSLITERATIONS).join('')}]`, 'g');

/** Diacritics. The breve of a Cyrillic й is kept: that is a letter of its own. */
const DIACRITICS = /(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]/g;

/**
 * The words of a text as they are indexed: lower case, without diacritics, in Latin or Cyrillic letters and digits.
 * Words are not stemmed: the ads of a market use few inflected forms, and the last word of a search may be a prefix.
 */
export function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function fold(text: string): string {
  const small = text.toLowerCase();
  if (isPlain(small)) return small;
  return small
    .normalize('NFD')
    .replace(DIACRITICS, '')
    .normalize('NFC')
    .replace(SPECIAL, (letter) => TRANSLITERATIONS[letter] as string);
}

function isPlain(text: string): boolean {
  for (let n = 0; n < text.length; n++) if (text.charCodeAt(n) > 127) return false;
  return true;
}
