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
  /** What a re-post changes, by its index in `EDITS`; 0 if it is posted as it was. */
  readonly edit: Uint8Array;
}

/** Columns for this many ads, all zero. */
export function createColumns8(ads: number): MarketColumns8 {
  const columns = createColumns(ads);
  return { ...columns, master: columns.text, nth: new Uint8Array(ads), edit: new Uint8Array(ads) };
}
