import { type BitSet, hasBit, readBits } from './bit-set.ts';
import type { MarketIndex } from './build-market-index.ts';
import { createFacetFilter } from './filter-by-facets.ts';
import type { FacetCounts, MarketQuery } from './market-query.ts';
import { rankByScore } from './rank-by-score.ts';
import { createCodeSearch } from './search-codes.ts';
import { createTextSearch } from './search-text.ts';

/** What a query finds: numbers of ads, read with `adsOfAnswer`. */
export interface MarketAnswer {
  readonly total: number;
  readonly counts: FacetCounts;
  readonly hits: BitSet;
  /** Every hit, in the order asked for; ads that are no hits may stand between them. */
  readonly order: Uint32Array;
}

/** Prepares answering. The same query has the same answer, whatever was asked before. */
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

/** Of equal scores the ad that stands first in the market comes first. */
function rankHits(hits: BitSet, total: number, scores: Float32Array): Uint32Array {
  const ads = new Uint32Array(total);
  readBits(hits, ads);
  return rankByScore(ads, scores);
}

/** The numbers of the ads found, from one place of the list up to, but not including, another. */
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
