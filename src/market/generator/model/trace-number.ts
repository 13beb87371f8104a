import type { KeyedPermutation } from '#kernel/model/keyed-permutation.ts';
import { GROUPED_TRACES, type GroupedTrace } from '#market/ads/model/families.ts';
import type { DrawnMarket } from './drawn-market.ts';

/** A market with more things than four digits can number uses eight, and one with more than eight can number, nine. */
const FOUR_DIGITS = 10_000;
const EIGHT_DIGITS = FOUR_DIGITS ** 2;
const NINE_DIGITS = 10 * EIGHT_DIGITS;

/** Groups that share a trace, per ad at most: a group has two personas or more, each persona one group of each kind. */
const GROUPS_PER_AD = Math.ceil(GROUPED_TRACES.length / 2);

/** Numbers that a persona had before the one on its page, at most. */
const OLD_NUMBERS = 3;

/** Things that are numbered, per ad at most: a persona, groups, and old numbers. */
const THINGS_PER_AD = 1 + GROUPS_PER_AD + OLD_NUMBERS;

/** Kinds of numbers that belong to one persona or actor and are never shared. */
type OwnNumber = 'account' | 'wallet' | 'balance' | 'code';

/** Maximum ads of a market that uses four digits, and of one that uses eight. */
const SMALL_MARKET = Math.floor((FOUR_DIGITS - 1) / THINGS_PER_AD);
const MIDDLE_MARKET = Math.floor((EIGHT_DIGITS - 1) / THINGS_PER_AD);

/** What of a market a trace is numbered from. */
export type TraceSource = Pick<DrawnMarket, 'size' | 'columns' | 'numbers' | 'keys'>;

/**
 * The number of a group in the columns, unique over all traces and districts. In a market of nine digits it is made of
 * the trace and the first persona of the group, so that groups of one trace need no more numbers than there are
 * personas.
 *
 * @param from First row of the district, which is its first persona too.
 * @param nth The place of the group among those of its district.
 * @param leader The first persona of the group, counted in its district.
 */
export function groupNumber(size: number, trace: GroupedTrace, from: number, nth: number, leader: number): number {
  if (size <= MIDDLE_MARKET) return from * GROUPS_PER_AD + nth + 1;
  return GROUPED_TRACES.indexOf(trace) * size + from + leader + 1;
}

/**
 * The number of a trace, as digits: that of the group if the ad at `at` shares the trace, else that of its persona. Two
 * different things never get the same number of one kind.
 */
export function traceNumber(market: TraceSource, kind: GroupedTrace, at: number): string {
  const group = market.columns.groups[kind][at] as number;
  if (market.size > MIDDLE_MARKET) {
    const own = group > 0 ? market.size + ((group - 1) % market.size) : (market.columns.persona[at] as number);
    return digitsOf(market, seriesOf(kind), kind === 'fees' ? 2 * market.size + own : own);
  }
  if (group > 0) return digitsOf(market, seriesOf(kind), market.size + group);
  const persona = market.columns.persona[at] as number;
  // Payers of fees are of the same series as other payers, so that no two of them are one by chance.
  return digitsOf(market, seriesOf(kind), kind === 'fees' ? (1 + GROUPS_PER_AD) * market.size + 1 + persona : persona);
}

const seriesOf = (kind: GroupedTrace) => (kind === 'fees' ? 'payer' : kind);

/** The digits of a telephone number that a persona had earlier: those of no other persona, then or now. */
export function oldPhoneNumber(market: TraceSource, nth: number, persona: number): string {
  if (nth >= OLD_NUMBERS) throw new RangeError(`A persona has at most ${OLD_NUMBERS} old numbers, not ${nth + 1}.`);
  if (market.size > MIDDLE_MARKET) return digitsOf(market, 'phone', (2 + nth) * market.size + persona);
  return digitsOf(market, 'phone', (1 + GROUPS_PER_AD + nth) * market.size + 1 + persona);
}

/** The number of something that belongs to one persona or actor alone. */
export function ownNumber(market: TraceSource, kind: OwnNumber, thing: number): string {
  return digitsOf(market, kind, thing);
}

/** Numbers are those of a permutation under a key of the market: they tell nothing about what they number. */
function digitsOf(market: TraceSource, kind: string, thing: number): string {
  market.numbers[kind] ??= numbersOf(market, kind);
  const numbers = market.numbers[kind];
  const number = numbers.at(thing);
  if (numbers.size === FOUR_DIGITS) return fourDigits(number);
  const high = Math.floor(number / FOUR_DIGITS);
  const low = fourDigits(number - high * FOUR_DIGITS);
  return numbers.size === EIGHT_DIGITS ? fourDigits(high) + low : String(high).padStart(5, '0') + low;
}

/** Phones use all digits in small markets too: numbers of four digits begin alike, as no list of phones does. */
function numbersOf({ keys, size }: TraceSource, kind: string): KeyedPermutation {
  const isShort = size <= SMALL_MARKET && kind !== 'phone';
  const numbers = isShort ? FOUR_DIGITS : size <= MIDDLE_MARKET ? EIGHT_DIGITS : NINE_DIGITS;
  return keys.permutation(`number of ${kind}`, numbers);
}

/** Cache of all formatted numbers of four digits, filled on first use. */
const written: string[] = [];

function fourDigits(number: number): string {
  const known = written[number];
  if (known !== undefined) return known;
  for (let n = 0; n < FOUR_DIGITS; n++) written.push(String(FOUR_DIGITS + n).slice(1));
  return written[number] as string;
}
