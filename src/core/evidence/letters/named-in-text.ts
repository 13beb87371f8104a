import type { Instant } from '#core/kernel/instant.ts';
import { plainText } from './points.ts';

/** An account, and the number of an ad, as pages and letters write them; "0930 UTC" is a time of day. */
const ACCOUNT = /(?<![\p{L}\p{N}-])a-\d{4,}(?!\d)/gu;
const AD = /(?<![\p{L}\p{N}.,:+-])0\d{3}(?!:?\d| ?(?:utc|hours?|h|z)\b)/gu;

/** Accounts and numbers of ads that stand in a text and are none of these, each once. */
export function strangersIn(text: string, known: readonly string[]): string[] {
  const plain = plainText(text);
  const found = [...plain.matchAll(AD), ...plain.matchAll(ACCOUNT)].map(([name]) => name);
  return [...new Set(found)].filter((name) => !known.includes(name));
}

/** True where the text names one of these. */
export function namesOneOf(text: string, known: readonly string[]): boolean {
  const plain = plainText(text);
  const found = [...plain.matchAll(AD), ...plain.matchAll(ACCOUNT)].map(([name]) => name);
  return found.some((name) => known.includes(name));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A month by its name or its first three letters, and nothing that only begins so: "3 marks" is no day. */
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(0?[1-9]|[12]\\d|3[01])';
const WRITTEN = new RegExp(`(?<!\\d)${DAY}\\.? (?:of )?${MONTH}\\b(?:,? (\\d{4}))?`, 'g');
/** The month first. "May" before a number is more often a verb. */
const AMERICAN = new RegExp(`\\b(?!may)${MONTH} ${DAY}(?!\\d)(?:,? (\\d{4}))?`, 'g');
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;

/**
 * Days that stand in a text, as `2031-03-12`: written so, as "12 March 2031" or as "March 12". A day without a year is one of
 * the year of that moment.
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
