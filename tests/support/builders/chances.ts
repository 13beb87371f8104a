import { type Rng, stream } from '#kernel/model/rng.ts';

/** Draws of one random player; the same seed draws the same. */
export interface Chances {
  /** True with the given percent chance. */
  often(percent: number): boolean;
  int(bound: number): number;
  one<Item>(items: readonly Item[]): Item;
  /** Each item with that chance. */
  some<Item>(items: readonly Item[], percent: number): Item[];
  mixed<Item>(items: readonly Item[]): Item[];
}

export function chances(seed: string, use: string): Chances {
  const rng: Rng = stream(seed, use);
  const often = (percent: number) => rng.int(100) < percent;
  return {
    often,
    int: (bound) => rng.int(bound),
    one: <Item>(items: readonly Item[]) => items[rng.int(items.length)] as Item,
    some: (items, percent) => items.filter(() => often(percent)),
    mixed: <Item>(items: readonly Item[]) => {
      const mixed = [...items];
      for (let n = mixed.length - 1; n > 0; n--) {
        const other = rng.int(n + 1);
        [mixed[n], mixed[other]] = [mixed[other] as Item, mixed[n] as Item];
      }
      return mixed;
    },
  };
}

/** How much of what the oracle does is left out, done twice, moved and spoiled, in times of a hundred. */
export interface Slips {
  readonly drop: number;
  readonly repeat: number;
  readonly swap: number;
  readonly spoil: number;
  /** How often something comes between that the oracle does not do. */
  readonly stray: number;
}

/** Skill levels, from nearly everything right to hardly anything. */
const MANNERS: readonly Slips[] = [
  { drop: 0, repeat: 0, swap: 0, spoil: 0, stray: 0 },
  { drop: 0, repeat: 0, swap: 0, spoil: 0, stray: 2 },
  { drop: 0, repeat: 3, swap: 0, spoil: 2, stray: 0 },
  { drop: 3, repeat: 1, swap: 1, spoil: 1, stray: 1 },
  { drop: 10, repeat: 4, swap: 10, spoil: 6, stray: 5 },
  { drop: 45, repeat: 5, swap: 20, spoil: 15, stray: 8 },
  { drop: 85, repeat: 5, swap: 20, spoil: 20, stray: 30 },
  { drop: 100, repeat: 0, swap: 0, spoil: 0, stray: 0 },
];

export const drawSlips = (draw: Chances): Slips => draw.one(MANNERS);

/** The acts of the oracle as a person with these slips does them. */
export function slipped<Action>(acts: readonly Action[], { drop, repeat, swap }: Slips, draw: Chances): Action[] {
  const kept = acts.filter(() => !draw.often(drop)).flatMap((act) => (draw.often(repeat) ? [act, act] : [act]));
  for (let n = 1; n < kept.length; n++) {
    if (!draw.often(swap)) continue;
    const other = draw.int(kept.length);
    [kept[n], kept[other]] = [kept[other] as Action, kept[n] as Action];
  }
  return kept;
}
