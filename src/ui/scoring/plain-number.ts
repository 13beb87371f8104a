const MINUS = '−';

const signed = (value: number, digits: string) => (value < 0 && Number(digits) !== 0 ? `${MINUS}${digits}` : digits);

/** A number as it is read: at most two decimals, no empty ones, and a true minus sign. */
export function plainNumber(value: number): string {
  return signed(value, String(Number(Math.abs(value).toFixed(2))));
}

/** A number with two decimals in any case, for values that stand under each other. */
export function twoDecimals(value: number): string {
  return signed(value, Math.abs(value).toFixed(2));
}

/** A share from 0 to 1 as whole parts of a hundred. */
export function inHundred(share: number): number {
  return Math.round(share * 100);
}
