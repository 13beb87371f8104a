import { sha256Bytes } from '#core/kernel/sha256.ts';
import { GROUPED_TRACES, type GroupedTrace } from '#core/market/families.ts';
import type { DrawnMarket } from '#core/market-generator/drawn-market.ts';
import { disguise } from './disguise.ts';

/** Up to so many things a market numbers with four digits, above with eight. */
const FOUR_DIGITS = 100;
const EIGHT_DIGITS = 10_000;

/** Things that can be numbered: personas, and groups of them by trace. A district numbers at most so many per ad. */
const THINGS_PER_AD = GROUPED_TRACES.length + 2;

/** Kinds of numbers that belong to one persona and are never shared. */
type OwnNumber = 'account' | 'wallet' | 'balance' | `old phone ${number}`;

/** Markets up to so many ads number with four digits. */
const SMALL_MARKET = Math.floor((FOUR_DIGITS ** 2 - 1) / THINGS_PER_AD);

type Source = Pick<DrawnMarket, 'size' | 'columns' | 'order' | 'keys'>;

/**
 * The number of a trace, as digits: that of the group where the ad at `at` shares the trace, else that of its persona.
 * Two different things never get the same number of one kind.
 */
export function traceNumber(market: Source, kind: GroupedTrace, at: number): string {
  const group = market.columns.groups[kind][at] as number;
  return digitsOf(market, kind, group > 0 ? market.size + group : (market.columns.persona[at] as number));
}

/** The number of something that one persona or actor has alone. */
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

/** All numbers of four digits as they are written, made when the first is asked for. */
const written: string[] = [];

function fourDigits(number: number): string {
  const known = written[number];
  if (known !== undefined) return known;
  for (let n = 0; n < EIGHT_DIGITS; n++) written.push(String(EIGHT_DIGITS + n).slice(1));
  return written[number] as string;
}

/** Every kind of number has a key of its own, drawn from the seed when it is first asked for. */
function keyOf({ keys, order }: Source, kind: string): number {
  const key = new DataView(sha256Bytes(`${order.seed}\u0000number of ${kind}`).buffer).getUint32(0);
  keys[kind] = key;
  return key;
}
