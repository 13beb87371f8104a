import { Faker } from '@faker-js/faker';
import type { IndexedRng } from '#kernel/model/rng.ts';

/** Draws one item of a list: Faker's primitive over our own lists and our own random source. */
export type Pick = <Item>(list: readonly Item[]) => Item;

/** Faker has no locale here, so that it knows no words of its own (rule C02). */
export function createPick(rng: IndexedRng): Pick {
  const { helpers } = new Faker({
    locale: {},
    randomizer: { next: () => rng.next() / 2 ** 32, seed: () => undefined },
  });
  return (list) => helpers.arrayElement(list);
}
