import { normalQuantile } from './signal-detection.ts';

/**
 * The value that Student's t exceeds in size with probability `outside` (both tails together, above 0 and below 1) at
 * `freedom` degrees of freedom: 1 or more, not always a whole number. Infinite freedom gives the normal distribution.
 * The relative error is below 1 in 1,000 from 2 on; between 1 and 2 the value is interpolated and up to 4 in 100 too
 * large.
 * @see G. W. Hill, Algorithm 396: Student's t-quantiles, 1970, Communications of the ACM 13.
 */
export function studentQuantile(outside: number, freedom: number): number {
  if (!(outside > 0 && outside < 1)) throw new RangeError(`studentQuantile: ${outside} is not between 0 and 1`);
  if (!(freedom >= 1)) throw new RangeError(`studentQuantile: ${freedom} degrees of freedom are less than 1`);
  if (freedom > MAX_FREEDOM) return -normalQuantile(outside / 2);
  if (freedom <= 2) {
    const one = 1 / Math.tan((outside * Math.PI) / 2);
    const two = Math.sqrt(2 / (outside * (2 - outside)) - 2);
    return two * (one / two) ** (2 / freedom - 1);
  }
  const a = 1 / (freedom - 0.5);
  const b = 48 / a ** 2;
  const c = (((20_700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * freedom;
  const y = (d * outside) ** (2 / freedom);
  return Math.sqrt(freedom * (y > 0.05 + a ? nearMiddle(outside, freedom, { a, b, c, d }) : inTail(y, freedom, d)));
}

/** From here on t and the normal distribution differ by less than the error of either. */
const MAX_FREEDOM = 1e7;

interface Terms {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Expansion about the normal quantile. */
function nearMiddle(outside: number, freedom: number, { a, b, c, d }: Terms): number {
  const x = normalQuantile(outside / 2);
  const square = x * x;
  const start = freedom < 5 ? c + 0.3 * (freedom - 4.5) * (x + 0.6) : c;
  const divisor = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + start;
  const inner = (((((0.4 * square + 6.3) * square + 36) * square + 94.5) / divisor - square - 3) / b + 1) * x;
  return Math.expm1(a * inner * inner);
}

/** Expansion for small probabilities. */
function inTail(y: number, freedom: number, d: number): number {
  const divisor = ((freedom + 6) / (freedom * y) - 0.089 * d - 0.822) * (freedom + 2) * 3;
  return ((1 / divisor + 0.5 / (freedom + 4)) * y - 1) * ((freedom + 1) / (freedom + 2)) + 1 / y;
}
