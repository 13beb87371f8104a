import words from '#words/locale.json' with { type: 'json' };

/** The language of this build, as `lang` says it. */
export const LANG: string = words.lang;

/** What `lang` has to say of a text in that language: nothing where the page says it already. */
export const langIfOther = (lang: string): string | undefined => (lang === LANG ? undefined : lang);

/** How this build counts, sorts and writes numbers and dates: a tag for `Intl`. */
export const LOCALE: string = words.locale;

/** Made at the first use and kept: making a format takes longer than a hundred uses of it. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const numbers = once(() => new Intl.NumberFormat(LOCALE));
const daysHere = once(() => new Intl.DateTimeFormat(LOCALE, LONG));
const days = once(() => new Intl.DateTimeFormat(LOCALE, { ...LONG, timeZone: 'UTC' }));
const shortDays = once(() => new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' }));
const hoursHere = once(() => new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }));
const lists = once(() => new Intl.ListFormat(LOCALE, { type: 'unit', style: 'short' }));
const order = once(() => new Intl.Collator(LOCALE));
const plurals = once(() => new Intl.PluralRules(LOCALE));

/** A number as a reader writes it: "12,345", or with so many places after the point: "1.50". */
export function sayNumber(value: number | bigint, places?: number): string {
  if (places === undefined) return numbers().format(value);
  return Number(value).toLocaleString(LOCALE, { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** A day in UTC: "12 March 2031". */
export const sayDay = (at: Date): string => days().format(at);

/** The day that it is then where the reader is: "12 March 2031". */
export const sayDayHere = (at: Date): string => daysHere().format(at);

/** The hour that it is then where the reader is, from a date or a wall time in milliseconds: "14:28". */
export const sayHourHere = (at: Date | number): string => hoursHere().format(at);

/** A day in UTC without its year: "12 Mar". */
export const sayShortDay = (at: Date): string => shortDays().format(at);

/** Some names beside each other: "a, b, c". */
export const sayList = (names: Iterable<string | number>): string => lists().format(Array.from(names, String));

/** The order of two words in a list that is read by their letters. */
export const byLetters = (one: string, other: string): number => order().compare(one, other);

/** The form of a word that goes with this number: `one` or `other` in English, also `few` and `many` elsewhere. */
export const pluralOf = (count: number): Intl.LDMLPluralRule => plurals().select(count);
