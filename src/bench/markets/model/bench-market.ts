import type { TruthRow } from '#bench/predictions/model/schemas.ts';
import { CONTROL_OF, isSought } from '#market/ads/model/actor-types.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { toExportedId } from '#market/documents/model/exported-id.ts';
import { adId } from '#market/generator/model/ad-ids.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { type DrawnMarket, type MarketOrder, typeAt } from '#market/generator/model/drawn-market.ts';
import type { Reach } from '#market/generator/model/ideal-reader.ts';
import { adWithRecords } from '#market/generator/model/records-at.ts';
import { sharersIn, truthAt } from '#market/generator/model/truth-at.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';

/** A market of the public bench, drawn in memory. */
export interface BenchMarket {
  readonly id: string;
  readonly profile: MarketProfileId;
  readonly drawn: DrawnMarket;
  /** Indexes of the ads that a tool is asked about; possible minors are not among them. */
  readonly open: readonly number[];
  /** For each of these ads whether it is sought. */
  readonly sought: readonly boolean[];
  /** The public ad at an index; with records if these are within reach. */
  readonly ad: (at: number) => Ad;
  /** The id of an ad as all files write it. */
  readonly idOf: (at: number) => string;
}

/** Draws a market for the readers of a bench. */
export function benchMarket(order: MarketOrder, reach: Reach): BenchMarket {
  const drawn = drawMarket(order);
  const { columns, size } = drawn;
  const open = Array.from({ length: size }, (_, at) => at).filter((at) => columns.withheld[at] === 0);
  return {
    id: drawn.marketId,
    profile: order.profile.id,
    drawn,
    open,
    sought: open.map((at) => isSought(CONTROL_OF[typeAt(columns, at)])),
    ad: (at) => (reach === 'records' ? adWithRecords(drawn, at) : drawn.ad(at)),
    idOf: (at) => toExportedId(adId(drawn, at)),
  };
}

/** The truth of a market as scoring reads it from its files, withheld cards included. */
export function truthOf({ drawn }: BenchMarket): TruthRow[] {
  const places = Array.from({ length: drawn.size }, (_, at) => at);
  const sharers = sharersIn(drawn, places);
  return places.map((at) => {
    const { ad, actor, control, labels, possibleMinor, groups } = truthAt(drawn, at, sharers);
    return { ad: toExportedId(ad), actor, control, labels: [...labels], possibleMinor, groups: { ...groups } };
  });
}
