import { isDeepStrictEqual } from 'node:util';
import { stream } from '#kernel/model/rng.ts';
import { adAt } from '#market/ads/model/ad-at.ts';
import { adsOfAnswer, createQueryAnswerer } from '#market/search/model/answer-query.ts';
import { buildMarketIndex } from '#market/search/model/build-market-index.ts';
import type { MarketQuery } from '#market/search/model/market-query.ts';
import type { TimingRow } from '../../scripts/gate/timing-row.ts';
import { createPlainFilter } from '../support/market/search/plain-filter.ts';
import { bytesHeldBy, counted, inOwnNode, timesTheCost } from './harness.ts';
import { createBitsetLimit } from './reference/bitset-limit.ts';
import { createCrossfilterFacets } from './reference/crossfilter-facets.ts';
import {
  COUNTED,
  type FacetRow,
  FIRST,
  facetTable,
  type Reference,
  type ReferenceAnswer,
  valuesOf,
} from './reference/facet-table.ts';
import { drawProduct } from './reference/product.ts';
import { slowQueriesAgainst } from './time-queries.ts';

const LARGE = 100_000;
const SMALL = 10_000;
const QUERIES = 24;
/** Every sixth query is also answered by a linear scan, because scanning 100,000 objects is slow. */
const SCAN_EVERY = 6;

export const rows: readonly TimingRow[] = [
  {
    name: 'facets-of-100k-p95-against-bitset-limit',
    goal: 3,
    atMost: true,
    measure: () => {
      const market = createMarket();
      compareWithObjects(market);
      return measureAgainst(market, createBitsetLimit(market.table), { times: 7, rounds: 15 });
    },
  },
  {
    name: 'facets-of-100k-p95-times-as-fast-as-crossfilter2',
    goal: 15,
    atMost: false,
    measure: () => {
      const market = createMarket();
      const { ratio, q1, q3 } = measureAgainst(market, createCrossfilterFacets(market.table), { times: 1, rounds: 7 });
      return { ratio: 1 / ratio, q1: 1 / q3, q3: 1 / q1 };
    },
  },
  {
    name: 'index-cost-per-ad-at-100k-against-10k',
    goal: 1.3,
    atMost: true,
    measure: () => {
      const build = (ads: number, times: number) => {
        const drawn = drawProduct(ads);
        const run = () => {
          let size = 0;
          for (let n = 0; n < times; n++) size += buildMarketIndex(drawn, ads).facets.size;
          return size;
        };
        return { units: ads * times, run };
      };
      return timesTheCost(build(LARGE, 1), build(SMALL, 10), { rounds: 3, warmUp: 1 });
    },
  },
  {
    name: 'index-bytes-per-ad-of-100k',
    goal: null,
    atMost: true,
    measure: async () => counted((await inOwnNode(import.meta.url, 'bytesOfIndex', LARGE)) / LARGE),
  },
];

/** Bytes retained by the index of a market of `ads` ads. Called in a separate Node process. */
export function bytesOfIndex(ads: number): number {
  const drawn = drawProduct(ads);
  // Warm-up: one-off allocations of the first index in a process must not count.
  buildMarketIndex(drawn, SMALL);
  for (let at = 0; at < ads; at++) adAt(drawn, at);
  return bytesHeldBy(() => buildMarketIndex(drawn, ads));
}

/** A market of 100,000 ads as the product has it and as the references have it, and what is asked of both. */
function createMarket() {
  const drawn = drawProduct(LARGE);
  const ads = Array.from({ length: LARGE }, (_, at) => adAt(drawn, at));
  const table = facetTable(ads);
  return { ads, table, answer: createQueryAnswerer(buildMarketIndex(drawn, LARGE)), queries: drawQueries(table) };
}
type TheMarket = ReturnType<typeof createMarket>;

/** Stops where the product answers anything but what going through the objects does. */
function compareWithObjects({ ads, queries, answer }: TheMarket): void {
  const filter = createPlainFilter(ads);
  for (const query of queries.filter((_, n) => n % SCAN_EVERY === 0)) {
    const found = answer(query);
    const { places, counts } = filter(query);
    if (!isDeepStrictEqual([...adsOfAnswer(found, 0, ads.length)], places) || !isDeepStrictEqual(found.counts, counts))
      throw new Error(`Product and plain objects do not answer alike: ${JSON.stringify(query)}`);
  }
}

/** Stops where product and reference do not answer alike, and measures then. */
function measureAgainst(
  { answer, queries }: TheMarket,
  reference: Reference,
  { times, rounds }: { readonly times: number; readonly rounds: number },
) {
  const ours = ofProduct(answer);
  for (const query of queries)
    if (!isDeepStrictEqual(ours(query), reference(query)))
      throw new Error(`Product and reference do not answer alike: ${JSON.stringify(query)}`);
  const engine = { answer: (query: MarketQuery) => ours(query).total, times: 7 };
  const other = { answer: (query: MarketQuery) => reference(query).total, times };
  return slowQueriesAgainst(queries, engine, other, { rounds, warmUp: 4 });
}

/** The product behind the interface of the references; its additional answers are ignored. */
function ofProduct(answer: TheMarket['answer']): Reference {
  return (query) => {
    const found = answer(query);
    const counts = Object.fromEntries(COUNTED.map((facet) => [facet, found.counts[facet]]));
    const first = Array.from(adsOfAnswer(found, 0, FIRST));
    return { total: found.total, first, counts: counts as ReferenceAnswer['counts'] };
  };
}

/**
 * Towns, languages and sites in twos and threes, prices and days from one to another, and now and then nothing at all.
 */
function drawQueries(table: readonly FacetRow[]): MarketQuery[] {
  const rng = stream('bench', 'queries');
  const some = (facet: 'town' | 'language' | 'site', count: number) => {
    const values = valuesOf(table, facet).map(String);
    return Array.from({ length: count }, () => values[rng.int(values.length)] as string);
  };
  const between = <Value>(values: readonly Value[]) => {
    const [a, b] = [rng.int(values.length), rng.int(values.length)];
    return { from: values[Math.min(a, b)] as Value, to: values[Math.max(a, b)] as Value };
  };
  return Array.from({ length: QUERIES }, (_, n) => ({
    sort: 'newest',
    facets: {
      town: n % 3 === 0 ? [] : some('town', 3),
      language: n % 2 === 0 ? [] : some('language', 2),
      site: n % 5 === 0 ? some('site', 2) : [],
      ...(n % 4 !== 0 && { price: between(valuesOf(table, 'price') as number[]) }),
      ...(n % 6 === 1 && { date: between(valuesOf(table, 'date') as string[]) }),
    },
  }));
}
