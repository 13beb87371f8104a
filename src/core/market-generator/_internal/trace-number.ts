import type { KeyedPermutation } from '#core/kernel/keyed-permutation.ts';
import { GROUPED_TRACES, type GroupedTrace } from '#core/market/families.ts';
import type { DrawnMarket } from '#core/market-generator/drawn-market.ts';

/** A market with more things than four digits can number uses eight. */
const FOUR_DIGITS = 10_000;
const EIGHT_DIGITS = FOUR_DIGITS ** 2;

/** Groups that share a trace, per ad at most: a group has two personas or more, each persona one group of each kind. */
export const GROUPS_PER_AD = Math.ceil(GROUPED_TRACES.length / 2);

/** Numbers that a persona had before the one on its page, at most. */
const OLD_NUMBERS = 3;

/** Things that are numbered, per ad at most: a persona, groups, and old numbers. */
const THINGS_PER_AD = 1 + GROUPS_PER_AD + OLD_NUMBERS;

/** Kinds of numbers that belong to one persona or actor and are never shared. */
type OwnNumber = 'account' | 'wallet' | 'balance' | 'code';

/** Maximum ads of a market that uses four digits. */
const SMALL_MARKET = Math.floor((FOUR_DIGITS - 1) / THINGS_PER_AD);

type Source = Pick<DrawnMarket, 'size' | 'columns' | 'numbers' | 'keys'>;

/**
 * The number of a trace, as digits: that of the group if the ad at `at` shares the trace, else that of its persona. Two
 * different things never get the same number of one kind.
 */
export function traceNumber(market: Source, kind: GroupedTrace, at: number): string {
  const group = market.columns.groups[kind][at] as number;
  if (group > 0) return digitsOf(market, seriesOf(kind), market.size + group);
  const persona = market.columns.persona[at] as number;
  // Payers of fees are of the same series as other payers, so that no two of them are one by chance.
  return digitsOf(market, seriesOf(kind), kind === 'fees' ? (1 + GROUPS_PER_AD) * market.size + 1 + persona : persona);
}

const seriesOf = (kind: GroupedTrace) => (kind === 'fees' ? 'payer' : kind);

/** The digits of a telephone number that a persona had earlier: those of no other persona, then or now. */
export function oldPhoneNumber(market: Source, nth: number, persona: number): string {
  if (nth >= OLD_NUMBERS) throw new RangeError(`A persona has at most ${OLD_NUMBERS} old numbers, not ${nth + 1}.`);
  return digitsOf(market, 'phone', (1 + GROUPS_PER_AD + nth) * market.size + 1 + persona);
}

/** The number of something that belongs to one persona or actor alone. */
export function ownNumber(market: Source, kind: OwnNumber, thing: number): string {
  return digitsOf(market, kind, thing);
}

/** Numbers are those of a permutation under a key of the market: they tell nothing about what they number. */
function digitsOf(market: Source, kind: string, thing: number): string {
  market.numbers[kind] ??= numbersOf(market, kind);
  const numbers = market.numbers[kind];
  const number = numbers.at(thing);
  if (numbers.size === FOUR_DIGITS) return fourDigits(number);
  const high = Math.floor(number / FOUR_DIGITS);
  return fourDigits(high) + fourDigits(number - high * FOUR_DIGITS);
}

function numbersOf({ keys, size }: Source, kind: string): KeyedPermutation {
  return keys.permutation(`number of ${kind}`, size <= SMALL_MARKET ? FOUR_DIGITS : EIGHT_DIGITS);
}

/** Cache of all formatted numbers of four digits, filled on first use. */
const written: string[] = [];

function fourDigits(number: number): string {
  const known = written[number];
  if (known !== undefined) return known;
  for (let n = 0; n < FOUR_DIGITS; n++) written.push(String(FOUR_DIGITS + n).slice(1));
  return written[number] as string;
}
