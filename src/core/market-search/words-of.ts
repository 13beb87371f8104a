/** Letters that are no sign and a mark to be taken off, in the way people type them who do not have them. */
const TYPED: Readonly<Record<string, string>> = {
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
const SPECIAL = new RegExp(`[${Object.keys(TYPED).join('')}]`, 'g');

/** Marks on letters. The breve of a Cyrillic й stays: that is a letter of its own. */
const MARKS = /(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]/g;

/**
 * The words of a text as they are searched for: in small letters, without accents, in Latin or Cyrillic letters and digits.
 * Words are not cut to a stem: the ads of a market use few forms, and the last word of a search may be a beginning.
 */
export function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function fold(text: string): string {
  const small = text.toLowerCase();
  if (isPlain(small)) return small;
  return small
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(SPECIAL, (letter) => TYPED[letter] as string);
}

function isPlain(text: string): boolean {
  for (let n = 0; n < text.length; n++) if (text.charCodeAt(n) > 127) return false;
  return true;
}
