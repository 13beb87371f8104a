/** Things by number that are joined two by two. */
export interface JoinedSets {
  /** The number of the set that holds a thing: equal for two things of one set. */
  find(thing: number): number;
  /** Joins the sets of two things; false where they were one already. */
  join(a: number, b: number): boolean;
}

/** So many things, each alone at first. */
export function createSets(count: number): JoinedSets {
  const parents = Uint32Array.from({ length: count }, (_, n) => n);
  const find = (thing: number) => {
    let at = thing;
    while (parents[at] !== at) {
      // Each step shortens the way of the next who asks.
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
