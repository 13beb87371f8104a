import { isOnPage } from '#market/search/model/searched-numbers.ts';
import type { MarketRow } from '#market/search/screens/market-rows.ts';

const QUOTED = /^"(.*)"$/;

/** Rows that hold every word of the query, a number however it is set apart, or the very words between its quotation marks. All for an empty query. */
export function findRows(rows: readonly MarketRow[], query: string): MarketRow[] {
  const sought = query.trim().toLowerCase();
  const phrase = QUOTED.exec(sought)?.[1];
  return rows.filter(({ haystack }) => (phrase === undefined ? isOnPage(haystack, sought) : haystack.includes(phrase)));
}
