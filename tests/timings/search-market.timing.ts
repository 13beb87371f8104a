import { isDeepStrictEqual } from 'node:util';
import { stream } from '#kernel/model/rng.ts';
import { adAt } from '#market/ads/model/ad-at.ts';
import { textOf } from '#market/ads/model/render-ad.ts';
import type { DrawnMarket } from '#market/generator/model/drawn-market.ts';
import { adsOfAnswer, createQueryAnswerer } from '#market/search/model/answer-query.ts';
import { buildMarketIndex } from '#market/search/model/build-market-index.ts';
import type { TimingRow } from '../../scripts/gate/timing-row.ts';
import { counted } from './harness.ts';
import { drawProduct } from './reference/product.ts';
import { createLunrSearch, createMiniSearch, type Page, type TextSearch } from './reference/text-engines.ts';
import { slowQueriesAgainst } from './time-queries.ts';

const LARGE = 100_000;
const QUERIES = 20;
const SLIPS = 200;
/** Number of ads shown at first, and number of inspected hits of a misspelled search. */
const FIRST = 10;

export const rows: readonly TimingRow[] = [
  {
    name: 'three-words-in-100k-p95-against-minisearch',
    goal: 1 / 40,
    atMost: true,
    measure: () => against(LARGE, createMiniSearch),
  },
  {
    // The slowest row: lunr takes half a minute and much memory to index so many ads, and up to seconds for a query.
    name: 'three-words-in-100k-p95-against-lunr',
    goal: 1 / 40,
    atMost: true,
    measure: () => against(LARGE, createLunrSearch),
  },
  {
    name: 'recall-of-one-edit-words-in-100k',
    goal: 0.95,
    atMost: false,
    measure: () => counted(recallOfSlips(LARGE)),
  },
];

/** Makes sure that both find the same ads for each query, then measures. */
function against(size: number, createEngine: (pages: readonly Page[]) => TextSearch) {
  const drawn = drawProduct(size);
  const pages = pagesOf(drawn);
  const queries = drawQueries(pages);
  const answer = createQueryAnswerer(buildMarketIndex(drawn, size));
  const ask = (text: string) => answer({ facets: {}, text, sort: 'relevance' });
  const search = createEngine(pages);
  for (const text of queries) {
    const found = ask(text);
    const [own, other] = [adsOfAnswer(found, 0, size), search(text)].map((ads) =>
      Array.from(ads ?? []).sort((a, b) => a - b),
    );
    if (!isDeepStrictEqual(own, other)) throw new Error(`The two engines do not find the same ads for "${text}".`);
  }
  // The product counts all facets too, and is asked as the page asks it.
  const ours = { answer: (text: string) => adsOfAnswer(ask(text), 0, FIRST).length, times: 5 };
  return slowQueriesAgainst(
    queries,
    ours,
    { answer: (text) => search(text).length, times: 1 },
    { rounds: 3, warmUp: 4 },
  );
}

const pagesOf = (drawn: DrawnMarket): Page[] =>
  Array.from({ length: drawn.size }, (_, id) => {
    const ad = adAt(drawn, id);
    return { id, title: ad.title, text: textOf(ad) };
  });

const wordsOf = ({ title, text }: Page): readonly string[] => `${title} ${text}`.toLowerCase().match(/[a-z]+/g) ?? [];

/** Three words of one ad, whichever they are: most words of a market are in every third ad or more. */
function drawQueries(pages: readonly Page[]): string[] {
  const rng = stream('bench', 'three words');
  const queries: string[] = [];
  while (queries.length < QUERIES) {
    const words = wordsOf(pages[rng.int(pages.length)] as Page);
    if (words.length === 0) continue;
    queries.push(Array.from({ length: 3 }, () => words[rng.int(words.length)] as string).join(' '));
  }
  return queries;
}

/** Share of words with a letter too many, too few, wrong or in turn, whose first hits hold the word that was meant. */
function recallOfSlips(size: number): number {
  const drawn = drawProduct(size);
  const pages = pagesOf(drawn);
  const answer = createQueryAnswerer(buildMarketIndex(drawn, size));
  const known = new Set(pages.flatMap((page) => wordsOf(page)));
  const rng = stream('bench', 'slips');
  const letter = () => String.fromCharCode(97 + rng.int(26));
  const slip = (word: string): string => {
    const at = rng.int(word.length - 1);
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const made = [
      before + after.slice(1),
      before + letter() + after,
      before + letter() + after.slice(1),
      before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2),
    ];
    return made[rng.int(made.length)] as string;
  };
  let [tried, met] = [0, 0];
  while (tried < SLIPS) {
    const meant = wordsOf(pages[rng.int(size)] as Page).find((word) => word.length > 5);
    const typed = meant && slip(meant);
    if (!meant || !typed || known.has(typed)) continue;
    tried += 1;
    const first = adsOfAnswer(answer({ facets: {}, text: typed, sort: 'relevance' }), 0, FIRST);
    if (Array.from(first).some((ad) => wordsOf(pages[ad] as Page).includes(meant))) met += 1;
  }
  return met / tried;
}
