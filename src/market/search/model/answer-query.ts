import { type BitSet, hasBit, readBits } from './bit-set.ts';
import type { MarketIndex } from './build-market-index.ts';
import { createFacetFilter } from './filter-by-facets.ts';
import type { FacetCounts, MarketQuery } from './market-query.ts';
import { rankByScore } from './rank-by-score.ts';
import { createCodeSearch } from './search-codes.ts';
import { createTextSearch } from './search-text.ts';

/** Result of a query: ad numbers, read with `adsOfAnswer`. */
export interface MarketAnswer {
  readonly total: number;
  readonly counts: FacetCounts;
  readonly hits: BitSet;
  /** A list of ads in the requested order that contains every hit; other ads may be between them. */
  readonly order: Uint32Array;
}

/** Creates a function that answers queries. It is pure: the same query always has the same answer. */
export function createQueryAnswerer({ facets, text }: MarketIndex): (query: MarketQuery) => MarketAnswer {
  const filter = createFacetFilter(facets);
  const search = createCodeSearch(facets, createTextSearch(text));
  return (query) => {
    const matches = search(query.text ?? '');
    const { hits, total, counts } = filter(query.facets, matches?.ads);
    if (query.sort !== 'relevance') return { total, counts, hits, order: facets.orders[query.sort] };
    if (!matches) return { total, counts, hits, order: facets.orders.newest };
    return { total, counts, hits, order: rankHits(hits, total, matches.scores) };
  };
}

/** Ties are in the order of the market. */
function rankHits(hits: BitSet, total: number, scores: Float32Array): Uint32Array {
  const ads = new Uint32Array(total);
  readBits(hits, ads);
  return rankByScore(ads, scores);
}

/** The numbers of the ads found, from one position of the result up to, but not including, another. */
export function adsOfAnswer({ hits, order, total }: MarketAnswer, from: number, to: number): Uint32Array {
  const first = Math.max(0, from);
  const ads = new Uint32Array(Math.max(0, Math.min(to, total) - first));
  let place = -first;
  for (let n = 0; n < order.length && place < ads.length; n++) {
    const ad = order[n] as number;
    if (!hasBit(hits, ad)) continue;
    if (place >= 0) ads[place] = ad;
    place += 1;
  }
  return ads;
}
