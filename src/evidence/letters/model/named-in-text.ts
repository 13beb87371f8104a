import type { Instant } from '#kernel/model/instant.ts';
import { plainText } from './points.ts';

/** Account ids and ad ids as pages and letters write them. Not matched: "0930 UTC", a time of day. */
const ACCOUNT = /(?<![\p{L}\p{N}-])a-\d{4,}(?!\d)/gu;
const AD = /(?<![\p{L}\p{N}.,:+-])0\d{3}(?!:?\d| ?(?:utc|hours?|h|z)\b)/gu;

/** Ids of accounts and ads in a text that are not in `known`, each once. */
export function strangersIn(text: string, known: readonly string[]): string[] {
  const plain = plainText(text);
  const found = [...plain.matchAll(AD), ...plain.matchAll(ACCOUNT)].map(([name]) => name);
  return [...new Set(found)].filter((name) => !known.includes(name));
}

/** True if the text names an account or ad in `known`. */
export function namesOneOf(text: string, known: readonly string[]): boolean {
  const plain = plainText(text);
  const found = [...plain.matchAll(AD), ...plain.matchAll(ACCOUNT)].map(([name]) => name);
  return found.some((name) => known.includes(name));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A month by its name or abbreviation. Not matched: longer words that begin like one, such as "3 marks". */
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(0?[1-9]|[12]\\d|3[01])';
const WRITTEN = new RegExp(`(?<!\\d)${DAY}\\.? (?:of )?${MONTH}\\b(?:,? (\\d{4}))?`, 'g');
/** Month first. "May" is left out: before a number it is more often a verb. */
const AMERICAN = new RegExp(`\\b(?!may)${MONTH} ${DAY}(?!\\d)(?:,? (\\d{4}))?`, 'g');
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;

/**
 * Dates in a text, as `2031-03-12`. Recognised forms: that one, "12 March 2031" and "March 12". A date without a year
 * gets the year of `now`.
 */
export function daysIn(text: string, now: Instant): string[] {
  const plain = plainText(text);
  const day = (year: string | undefined, month: number, of: string | undefined) =>
    `${year ?? now.slice(0, 4)}-${String(month).padStart(2, '0')}-${(of ?? '').padStart(2, '0')}`;
  const numberOf = (name = '') => MONTHS.indexOf(name.slice(0, 3)) + 1;
  return [
    ...new Set([
      ...[...plain.matchAll(ISO)].map(([found]) => found),
      ...[...plain.matchAll(WRITTEN)].map(([, of, month, year]) => day(year, numberOf(month), of)),
      ...[...plain.matchAll(AMERICAN)].map(([, month, of, year]) => day(year, numberOf(month), of)),
    ]),
  ];
}
