import type { DrawnMarket } from './drawn-market.ts';

/** Number of the first ad of a market; a list that began with 1 would look unreal. */
const FIRST_ID = 301;

/** The public id of the ad at a place of the columns. */
export const adId = ({ size, indexAt }: Pick<DrawnMarket, 'size' | 'indexAt'>, at: number): string =>
  adIdOf(size, indexAt(at));

/** The public id of the ad at an index: its number, with as many digits as a market of the size needs, at least four. */
export function adIdOf(size: number, index: number): string {
  const number = String(FIRST_ID + index);
  const missing = Math.max(MIN_DIGITS, digitsIn(FIRST_ID + size)) - number.length;
  return missing > 0 ? '0'.repeat(missing) + number : number;
}

const MIN_DIGITS = 4;

function digitsIn(number: number): number {
  let digits = 1;
  for (let power = 10; power <= number; power *= 10) digits += 1;
  return digits;
}
