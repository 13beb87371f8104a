import type { MarketProfileId } from '#core/indicators/schemas.ts';
import { CONTROL_OF, isSought } from '#core/market/actor-types.ts';
import { toExportedId } from '#core/market/documents/exported-id.ts';
import type { Ad } from '#core/market/market.ts';
import { drawMarket } from '#core/market-generator/draw-market.ts';
import { type DrawnMarket, type MarketOrder, typeAt } from '#core/market-generator/drawn-market.ts';
import type { Reach } from '#core/market-generator/ideal-reader.ts';
import { sharersIn, truthAt } from '#core/market-generator/truth-at.ts';
import { adId, adWithRecords } from '#core/market-generator/write-ad.ts';
import type { TruthRow } from '#core/prediction/schemas.ts';

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
