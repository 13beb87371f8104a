import { sha256Bytes } from '#core/kernel/sha256.ts';
import { GROUPED_TRACES, type GroupedTrace } from '#core/market/families.ts';
import type { DrawnMarket } from '#core/market-generator/drawn-market.ts';
import { disguise } from './disguise.ts';

/** Bases of four and of eight digits: a market with more things than four digits can number uses eight. */
const FOUR_DIGITS = 100;
const EIGHT_DIGITS = 10_000;

/** Kinds of numbered things: personas, and groups of them by trace. A district has at most this many per ad. */
const THINGS_PER_AD = GROUPED_TRACES.length + 2;

/** Kinds of numbers that belong to one persona and are never shared. */
type OwnNumber = 'account' | 'wallet' | 'balance' | `old phone ${number}`;

/** Maximum ads of a market that uses four digits. */
const SMALL_MARKET = Math.floor((FOUR_DIGITS ** 2 - 1) / THINGS_PER_AD);

type Source = Pick<DrawnMarket, 'size' | 'columns' | 'order' | 'keys'>;

/**
 * The number of a trace, as digits: that of the group if the ad at `at` shares the trace, else that of its persona. Two
 * different things never get the same number of one kind.
 */
export function traceNumber(market: Source, kind: GroupedTrace, at: number): string {
  const group = market.columns.groups[kind][at] as number;
  return digitsOf(market, kind, group > 0 ? market.size + group : (market.columns.persona[at] as number));
}

/** The number of something that belongs to one persona or actor alone. */
export function ownNumber(market: Source, kind: OwnNumber, thing: number): string {
  return digitsOf(market, kind, thing);
}

function digitsOf(market: Source, kind: string, thing: number): string {
  const key = market.keys[kind] ?? keyOf(market, kind);
  if (market.size <= SMALL_MARKET) return fourDigits(disguise(thing, FOUR_DIGITS, key));
  const number = disguise(thing, EIGHT_DIGITS, key);
  const high = (number / EIGHT_DIGITS) | 0;
  return fourDigits(high) + fourDigits(number - high * EIGHT_DIGITS);
}

/** Cache of all formatted numbers of four digits, filled on first use. */
const written: string[] = [];

function fourDigits(number: number): string {
  const known = written[number];
  if (known !== undefined) return known;
  for (let n = 0; n < EIGHT_DIGITS; n++) written.push(String(EIGHT_DIGITS + n).slice(1));
  return written[number] as string;
}

/** Every kind of number has its own key, derived from the seed on first use. */
function keyOf({ keys, order }: Source, kind: string): number {
  const key = new DataView(sha256Bytes(`${order.seed}\u0000number of ${kind}`).buffer).getUint32(0);
  keys[kind] = key;
  return key;
}
