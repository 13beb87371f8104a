import type { AuthoredAd } from './genre-schemas.ts';
import { type Line, parseLine } from './line.ts';
import type { Hand } from './typing.ts';

/** One line of a whole ad: the ways to say it, of which `undefined` leaves it out. */
export interface SlotLine {
  readonly slots: readonly string[];
  readonly ways: readonly (Line | undefined)[];
}

/** An ad as somebody has written it, with facts to be filled in, and several ways to say each line. */
export interface WholeAd {
  readonly hand: Hand;
  readonly isAboutOthers: boolean;
  /** Sectors of work that it fits; undefined for all. */
  readonly sectors: readonly string[] | undefined;
  /** True if its lines follow each other in one paragraph. */
  readonly run: boolean;
  readonly titles: readonly Line[];
  readonly lines: readonly SlotLine[];
  /** True if it is typed in small letters, and the mark at the end of its lines: other lines are typed like that. */
  readonly lower: boolean;
  readonly end: '.' | '';
  readonly variants: readonly Variant[];
}

/** Which way each line of an ad is said; first the title. */
export type Variant = readonly number[];

/** Variants of one ad, at most. */
const MAX_VARIANTS = 48;
/** Combinations that are looked through for them. */
const MAX_COMBINATIONS = 4000;
/**
 * Two variants of an ad share so many lines at most, and of a longer ad not more than half of them, so that strangers
 * share no text. Ads of so few lines are alike anyway: "hour 150, half 90" stands in many.
 */
export const MOST_SHARED_LINES = 3;

/** Reads the lines of a whole ad. Throws `LineError`. */
export function compileAd(written: AuthoredAd): WholeAd {
  const lines = written.text.flatMap((line) =>
    Object.entries(line).map(
      ([slots, ways]): SlotLine => ({
        slots: slots.split('+'),
        ways: ways.map((way) => (way === '' ? undefined : parseLine(way))),
      }),
    ),
  );
  const firsts = lines.flatMap(({ ways }) => ways.find((way) => way !== undefined)?.written ?? []);
  const letters = firsts.join(' ').replaceAll(/\{[^}]*\}/g, '');
  return {
    hand: written.by,
    isAboutOthers: written.about === 'other',
    sectors: written.sector,
    run: written.run ?? false,
    titles: written.title.map(parseLine),
    lines,
    lower: letters === letters.toLowerCase(),
    end: firsts.filter((line) => line.endsWith('.')).length * 2 > firsts.length ? '.' : '',
    variants: variantsOf(
      written.title.length,
      lines.map(({ ways }) => ways.length),
    ),
  };
}

/** Variants that differ in half of their lines or more, found greedily in the order of their numbers. */
function variantsOf(titles: number, counts: readonly number[]): Variant[] {
  const total = Math.min(
    MAX_COMBINATIONS,
    counts.reduce((product, count) => product * count, 1),
  );
  const lines = counts.length;
  const apart = lines <= MOST_SHARED_LINES ? 1 : Math.max(Math.ceil(lines / 2), lines - MOST_SHARED_LINES);
  const found: number[][] = [];
  for (let n = 0; n < total && found.length < MAX_VARIANTS; n++) {
    const digits = digitsOf(n, counts);
    const differs = (other: readonly number[]) => digits.filter((digit, at) => digit !== other[at]).length >= apart;
    if (found.every(differs)) found.push(digits);
  }
  return found.map((digits, n) => [n % titles, ...digits]);
}

/** The digits of a number in a system of mixed bases. */
function digitsOf(number: number, bases: readonly number[]): number[] {
  let rest = number;
  return bases.map((base) => {
    const digit = rest % base;
    rest = Math.floor(rest / base);
    return digit;
  });
}
