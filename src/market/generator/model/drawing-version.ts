import type { PlacedDistrict, Undrawn } from './drawn-market.ts';
import type { DistrictDraws, GeneratorVersion } from './generator-version.ts';
import type { MarketColumns } from './market-columns.ts';

/** A version with what it needs in order to draw a market. */
export interface DrawingVersion<Columns extends MarketColumns> extends GeneratorVersion {
  /** Columns for this many ads, all zero. */
  readonly createColumns: (ads: number) => Columns;
  /** Writes the rows of a district into the columns of its market. */
  readonly placeAds: (market: Undrawn<Columns>, district: PlacedDistrict, draws: DistrictDraws) => void;
}
