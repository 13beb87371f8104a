import { createColumns, type MarketColumns } from '#market/generator/model/market-columns.ts';

/** The facts of all ads of a market of version 8. */
export interface MarketColumns8 extends MarketColumns {
  /**
   * Number of the master text: the index of its first post. Re-posts of a persona, the ads of a template and copies on a
   * mirror have the number of the text that they repeat. It is the same column as `text`, which it replaces.
   */
  readonly master: Uint32Array;
  /** 0 for the first post of a master by this persona, then 1, 2 … in the order of time. */
  readonly nth: Uint8Array;
  /** The whole ad of the master text: its genre, its number in the genre, and the number of its variant. */
  readonly genre: Uint8Array;
  readonly whole: Uint16Array;
  readonly variant: Uint8Array;
  /** Bits over `FamilyPlan.shown` that any ad of the master text shows, and those that all of them show. */
  readonly anyShown: Uint32Array;
  readonly allShown: Uint32Array;
}

/** Columns for this many ads, all zero. */
export function createColumns8(ads: number): MarketColumns8 {
  const columns = createColumns(ads);
  return {
    ...columns,
    master: columns.text,
    nth: new Uint8Array(ads),
    genre: new Uint8Array(ads),
    whole: new Uint16Array(ads),
    variant: new Uint8Array(ads),
    anyShown: new Uint32Array(ads),
    allShown: new Uint32Array(ads),
  };
}
