import type { Ad } from '#market/ads/model/market.ts';
import type { DrawnMarket, PlacedDistrict, Undrawn } from './drawn-market.ts';
import type { DistrictDraws, GeneratorVersion } from './generator-version.ts';
import type { MarketColumns } from './market-columns.ts';

/** What writes the ads of a drawn market, and says what they show. */
export interface AdWriting<Columns extends MarketColumns>
  extends Pick<DrawnMarket, 'write' | 'said' | 'saidOnPage' | 'likes' | 'story' | 'recordStory'> {
  readonly ad: (drawn: DrawnMarket<Columns>, at: number) => Ad;
}

/** A version with what it needs in order to draw a market. */
export interface DrawingVersion<Columns extends MarketColumns> extends GeneratorVersion {
  /** Columns for this many ads, all zero. */
  readonly createColumns: (ads: number) => Columns;
  /** Writes the rows of a district into the columns of its market. */
  readonly placeAds: (market: Undrawn<Columns>, district: PlacedDistrict, draws: DistrictDraws) => void;
  /** Creates the writer of a market whose columns will be filled. */
  readonly writing: (market: Undrawn<Columns>) => AdWriting<Columns>;
}
