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

type Likeness = (one: Variant, other: Variant) => number;

/** Comparisons of the variants of each ad. They stand apart from it, so that an ad can be sent to a worker. */
const compared = new WeakMap<WholeAd, Likeness>();

/** The share of the words of one variant of an ad, three by three, that another one has too; from 0 to 1. */
export function likeness(ad: WholeAd, one: Variant, other: Variant): number {
  const compare = compared.get(ad) ?? likenessOf(ad.lines);
  compared.set(ad, compare);
  return compare(one, other);
}

/** Compares variants by the words of their lines; each pair of ways is compared once. */
function likenessOf(lines: readonly SlotLine[]): Likeness {
  let grams: readonly (readonly ReadonlySet<string>[])[] | undefined;
  const shared = lines.map(() => new Map<string, number>());
  return (one, other) => {
    grams ??= lines.map(({ ways }) => ways.map(gramsOf));
    let [both, least, most] = [0, 0, 0];
    for (const [n, ways] of grams.entries()) {
      const [a, b] = [one[n + 1] as number, other[n + 1] as number];
      const ofLine = shared[n] as Map<string, number>;
      const [mine, theirs] = [ways[a] as ReadonlySet<string>, ways[b] as ReadonlySet<string>];
      const known = ofLine.get(`${a} ${b}`) ?? sharedOf(mine, theirs);
      ofLine.set(`${a} ${b}`, known);
      both += known;
      least += mine.size;
      most += theirs.size;
    }
    return both / Math.max(1, Math.min(least, most));
  };
}

function sharedOf(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of mine) if (theirs.has(gram)) shared += 1;
  return shared;
}

/** The words of a line, three by three, with its facts as words; of a shorter line all of them. */
function gramsOf(line: Line | undefined): Set<string> {
  const words = line?.written.toLowerCase().match(/[\p{L}\d']+/gu) ?? [];
  if (words.length < 3) return new Set(words.length > 0 ? [words.join(' ')] : []);
  return new Set(words.slice(2).map((word, n) => `${words[n]} ${words[n + 1]} ${word}`));
}
