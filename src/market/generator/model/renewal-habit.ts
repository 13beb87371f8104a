import { UINT32_RANGE } from '#kernel/model/rng.ts';
import { MARKET_DAYS } from './drawn-market.ts';

/** Renewals per ad at least: enough for a log to show the hours at which the advertiser renews. */
const MIN_RENEWALS = 3;

/** Maximum that the column holds. */
const MAX_RENEWALS = 255;

/** Renewals a day of an author in the middle of the distribution, and how long its tail is. */
const MIDDLE = 0.055;
const TAIL = 0.02;

/**
 * Renewals of an ad. How often an author renews is drawn once for each author, from one distribution for all, with a long
 * tail: half renew about once in a week or less, and a few several times a day.
 *
 * @param habit A drawn number of 32 bits of the author.
 * @param draw One of the ad, for what is no whole number.
 * @param daysLeft From the posting to the end of the market.
 */
export function renewalsOf(habit: number, draw: number, daysLeft: number): number {
  const share = habit / UINT32_RANGE;
  const aDay = (MIDDLE * share) / (1 - share + TAIL);
  const days = Math.max(0, Math.min(MARKET_DAYS, daysLeft));
  return Math.min(MAX_RENEWALS, MIN_RENEWALS + Math.floor(aDay * days + draw / UINT32_RANGE));
}
