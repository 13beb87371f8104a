import { addBits, type BitSet, createBits, setBit } from './bit-set.ts';

/** Column of a facet with few values, with a set of ads for each: one bit per ad and value. */
export interface ChoiceColumn {
  /** In ascending order. */
  readonly values: readonly string[];
  /** By ad: 0 if it has no value, else 1 + the index of its value. */
  readonly numbers: Uint16Array;
  readonly ads: readonly BitSet[];
}

/** Builds a column from the values of the ads, by ad; `undefined` for an ad without a value. */
export function createChoiceColumn(written: readonly (string | undefined)[]): ChoiceColumn {
  const values = [...new Set(written)].filter((value) => value !== undefined).sort();
  const numberOf = new Map(values.map((value, n) => [value, n + 1]));
  const numbers = Uint16Array.from(written, (value) => (value === undefined ? 0 : (numberOf.get(value) as number)));
  return { values, numbers, ads: bitsByNumber(numbers, values.length) };
}

/** For each number from 1 on, the ads that have it. */
export function bitsByNumber(numbers: Uint16Array, count: number): BitSet[] {
  const ads = Array.from({ length: count }, () => createBits(numbers.length));
  numbers.forEach((number, at) => {
    if (number > 0) setBit(ads[number - 1] as BitSet, at);
  });
  return ads;
}

/** The ads that have one of the values. */
export function adsOfChoice({ values, numbers, ads }: ChoiceColumn, asked: readonly string[]): BitSet {
  const found = createBits(numbers.length);
  for (const value of asked) {
    const bits = ads[values.indexOf(value)];
    if (bits) addBits(found, bits);
  }
  return found;
}
