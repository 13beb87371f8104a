import { type AdSource, adAt, findAd } from '#core/market/ad-at.ts';
import { drawMarket } from '#core/market/draw-market.ts';
import type { DrawnMarket } from '#core/market/drawn-market.ts';
import { marketHeader } from '#core/market/generate-market.ts';
import type { Ad, Market } from '#core/market/market.ts';
import { adId } from '#core/market/write-ad.ts';
import { type AdRow, adRow } from '#core/market-search/ad-row.ts';
import { adsOfAnswer, createQueryAnswerer, type MarketAnswer } from '#core/market-search/answer-query.ts';
import { buildMarketIndex } from '#core/market-search/build-market-index.ts';
import type { FacetCounts, MarketQuery } from '#core/market-search/market-query.ts';
import { wantedWords } from '#core/market-search/wanted-words.ts';
import type { FoundAds, FoundRows, MarketSource, OnProgress, OpenedMarket, Stretch } from './market-desk-port.ts';

/** An open market, at hand: `MarketDesk` does the same from afar. */
export interface OpenMarket {
  readonly opened: OpenedMarket;
  /** Makes the list of a query, in place of the list before. */
  ask(query: MarketQuery, stretch: Stretch): FoundRows;
  /** The counts of the list. */
  counts(): FacetCounts;
  /** What a query finds, and leaves the list as it is. */
  peek(query: MarketQuery, stretch: Stretch): FoundAds;
  /** Rows of the list. */
  read(stretch: Stretch): readonly AdRow[];
  find(id: string): Ad | undefined;
}

/** Opens a market to be searched. Its ads are read once for the index, and written anew whenever somebody looks. */
export function openMarket(source: MarketSource, onProgress?: OnProgress): OpenMarket {
  const { header, size, ads, find } = 'schema' in source ? ofDocument(source) : ofDrawn(drawMarket(source));
  const index = buildMarketIndex(ads, size, (read) => onProgress?.(read, size));
  const answer = createQueryAnswerer(index);
  let list: MarketAnswer = answer({ facets: {}, sort: 'newest' });
  let wanted: readonly string[] = [];
  const adsOf = (found: MarketAnswer, { from, to }: Stretch) =>
    Array.from(adsOfAnswer(found, from, to), (number) => adAt(ads, number));
  const read = (stretch: Stretch) => adsOf(list, stretch).map((ad) => adRow(ad, wanted));
  return {
    opened: { header, size, counts: list.counts },
    ask(query, stretch) {
      list = answer(query);
      wanted = wantedWords(query.text ?? '');
      return { total: list.total, rows: read(stretch) };
    },
    counts: () => list.counts,
    peek(query, stretch) {
      const found = answer(query);
      return { total: found.total, ads: adsOf(found, stretch) };
    },
    read,
    find,
  };
}

/** A market wherever it comes from. */
interface Opened {
  readonly header: Omit<Market, 'ads'>;
  readonly size: number;
  readonly ads: AdSource;
  find(id: string): Ad | undefined;
}

function ofDocument(market: Market): Opened {
  const { ads, ...header } = market;
  return { header, size: ads.length, ads: market, find: (id) => findAd(market, id) };
}

/** The ids of a drawn market are numbers without a gap. */
function ofDrawn(drawn: DrawnMarket): Opened {
  const first = Number(adId(drawn, 0));
  const find = (id: string) => {
    const place = Number(id) - first;
    const isThere = Number.isInteger(place) && place >= 0 && place < drawn.size && adId(drawn, place) === id;
    return isThere ? drawn.ad(place) : undefined;
  };
  return { header: marketHeader(drawn), size: drawn.size, ads: drawn, find };
}
