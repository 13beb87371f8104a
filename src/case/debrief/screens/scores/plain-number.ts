import { sayNumber } from '#i18n/locale.ts';

const MINUS = '−';

/** A true minus sign in front of what is below zero, rounded to two places. */
const signed = (value: number, said: string) =>
  value < 0 && Number(Math.abs(value).toFixed(2)) !== 0 ? `${MINUS}${said}` : said;

/** A number as it is read: at most two decimals, no empty ones, and a true minus sign. */
export function plainNumber(value: number): string {
  return signed(value, sayNumber(Number(Math.abs(value).toFixed(2))));
}

/** A number with two decimals in any case, for values that stand under each other. */
export function twoDecimals(value: number): string {
  return signed(value, sayNumber(Math.abs(value), 2));
}

/** A share from 0 to 1 as whole parts of a hundred. */
export function inHundred(share: number): number {
  return Math.round(share * 100);
}
