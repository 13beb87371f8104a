import type { MarketRow } from '#ui/detection/market-rows.ts';

const QUOTED = /^"(.*)"$/;

/** Rows that hold every word of the query, or the very words between its quotation marks. All for an empty query. */
export function findRows(rows: readonly MarketRow[], query: string): MarketRow[] {
  const sought = query.trim().toLowerCase();
  const phrase = QUOTED.exec(sought)?.[1];
  const words = phrase === undefined ? sought.split(/\s+/).filter(Boolean) : [phrase];
  return rows.filter(({ haystack }) => words.every((word) => haystack.includes(word)));
}
