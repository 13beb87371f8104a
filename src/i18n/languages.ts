import { byLetters, LOCALE } from './locale.ts';

/** Languages into which a case can be translated, by their codes of ISO 639-1. */
const LANGUAGES =
  'ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko ky lb lt lv mk mn ms mt nl no pl ps pt ro ru sk sl so sq sr sv sw tg th ti tk tl tr uk ur uz vi zh'.split(
    ' ',
  );

/** Languages of the list that are written from right to left. */
const FROM_THE_RIGHT: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ps', 'ur']);

let names: Intl.DisplayNames | undefined;

/** The name of a language as a reader of the page knows it: "German". Its code where it has none. */
export function sayLanguage(code: string): string {
  names ??= new Intl.DisplayNames(LOCALE, { type: 'language' });
  return names.of(code) ?? code;
}

/** All languages in the order of their names, without those named. */
export const languagesBut = (known: readonly string[]): readonly { readonly code: string; readonly name: string }[] =>
  LANGUAGES.filter((code) => !known.includes(code))
    .map((code) => ({ code, name: sayLanguage(code) }))
    .toSorted((a, b) => byLetters(a.name, b.name));

/** The side from which a language is read. */
export const directionOf = (code: string): 'ltr' | 'rtl' => (FROM_THE_RIGHT.has(code) ? 'rtl' : 'ltr');
