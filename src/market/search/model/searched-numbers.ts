/** A phone number in a search: as typed, and its digits without the international prefix 00. */
export interface SearchedNumber {
  readonly written: string;
  readonly digits: string;
}

/** Seven digits or more, with the usual separators. */
const NUMBER = /(?<![\p{L}\p{N}$#-])\+?\d(?:[ ().\u00a0/-]{0,3}\d){6,}(?![\p{L}\p{N}])/gu;

/** Extracts the phone numbers from a search, in whatever spacing they are typed; `rest` is the remaining text. */
export function searchedNumbers(text: string): { readonly numbers: readonly SearchedNumber[]; readonly rest: string } {
  const numbers = [...text.matchAll(NUMBER)].map(([written]) => ({
    written,
    digits: digitsOf(written).replace(/^00/, ''),
  }));
  return { numbers, rest: text.replaceAll(NUMBER, ' ') };
}

/** The digits of a text. */
export const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

/**
 * True if a page contains everything that is searched for: numbers by their digits, words literally. `page` is the text
 * of the page in lower case, with its phone number repeated as digits only.
 */
export function isOnPage(page: string, query: string): boolean {
  const { numbers, rest } = searchedNumbers(query);
  const words = rest.toLowerCase().split(/\s+/).filter(Boolean);
  return [...numbers.map(({ digits }) => digits), ...words].every((sought) => page.includes(sought));
}
