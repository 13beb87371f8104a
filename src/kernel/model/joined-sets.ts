/** Disjoint sets (union-find) over numbered things. */
export interface JoinedSets {
  /** Number of the set of a thing: equal for all things of one set. */
  find(thing: number): number;
  /** Merges the sets of two things; false if they were one already. */
  join(a: number, b: number): boolean;
}

/** Creates `count` sets of one thing each. */
export function createSets(count: number): JoinedSets {
  const parents = Uint32Array.from({ length: count }, (_, n) => n);
  const find = (thing: number) => {
    let at = thing;
    while (parents[at] !== at) {
      // Path halving: each step shortens later searches.
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  };
  return {
    find,
    join(a, b) {
      const [one, other] = [find(a), find(b)];
      if (one === other) return false;
      parents[Math.max(one, other)] = Math.min(one, other);
      return true;
    },
  };
}
