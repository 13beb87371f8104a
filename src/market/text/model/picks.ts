import { Faker } from '@faker-js/faker';
import type { IndexedRng } from '#kernel/model/rng.ts';

/** Draws for texts: Faker's primitives over our own lists and our own random source. */
export interface Picks {
  /** Goes to the start of the draws of one numbered thing, so that it can be drawn by itself. */
  startAt(index: number): void;
  one<Item>(list: readonly Item[]): Item;
  /** One of the alternatives inside a clause: a text has dozens of them. */
  oneOfMany<Item>(list: readonly Item[]): Item;
  /** An integer from 0 up to, but not including, the bound. */
  below(bound: number): number;
  /** True in this many of a hundred. */
  percent(share: number): boolean;
}

/** Faker has no locale here, so that it knows no words of its own (rule C02). */
export function createPicks(rng: IndexedRng): Picks {
  const { helpers, number } = new Faker({
    locale: {},
    randomizer: { next: () => rng.next() / 2 ** 32, seed: () => undefined },
  });
  const below = (bound: number) => number.int(bound - 1);
  return {
    startAt: (index) => rng.startAt(index),
    one: (list) => helpers.arrayElement(list),
    // A draw of 16 bits: three times as fast as Faker, and no list has more than some dozen entries.
    oneOfMany: (list) => list[((rng.next() >>> 16) * list.length) >>> 16] as (typeof list)[number],
    below,
    // As fast for the same reason.
    percent: (share) => share > 0 && (rng.next() >>> 16) * 100 < share * 65_536,
  };
}
