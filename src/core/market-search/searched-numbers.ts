/** A telephone number in a search: as it was typed, and its digits without the two noughts of a call abroad. */
export interface SearchedNumber {
  readonly written: string;
  readonly digits: string;
}

/** Seven digits or more, set apart by whatever people set digits apart with. */
const NUMBER = /(?<![\p{L}\p{N}$#-])\+?\d(?:[ ().\u00a0/-]{0,3}\d){6,}(?![\p{L}\p{N}])/gu;

/** Takes the telephone numbers out of a search, in whatever spacing they are typed; `rest` is what else was typed. */
export function searchedNumbers(text: string): { readonly numbers: readonly SearchedNumber[]; readonly rest: string } {
  const numbers = [...text.matchAll(NUMBER)].map(([written]) => ({
    written,
    digits: digitsOf(written).replace(/^00/, ''),
  }));
  return { numbers, rest: text.replaceAll(NUMBER, ' ') };
}

/** The digits of a text, and nothing else of it. */
export const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

/**
 * True where a page has all that is searched for: numbers by their digits, words as they stand. `page` holds the words of
 * the page in small letters, and its telephone number once more as digits alone.
 */
export function isOnPage(page: string, query: string): boolean {
  const { numbers, rest } = searchedNumbers(query);
  const words = rest.toLowerCase().split(/\s+/).filter(Boolean);
  return [...numbers.map(({ digits }) => digits), ...words].every((sought) => page.includes(sought));
}
