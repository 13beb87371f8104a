import type { TruthRow } from '#bench/predictions/model/schemas.ts';
import { required } from '#kernel/model/invariant.ts';
import { CONTROL_OF, isSought } from '#market/ads/model/actor-types.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { toExportedId } from '#market/documents/model/exported-id.ts';
import { adId } from '#market/generator/model/ad-ids.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { type DrawnMarket, type MarketOrder, typeAt } from '#market/generator/model/drawn-market.ts';
import { type Reach, readMarketIdeally } from '#market/generator/model/ideal-reader.ts';
import { adWithRecords } from '#market/generator/model/records-at.ts';
import { sharersIn, truthAt } from '#market/generator/model/truth-at.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { type ClusterUnit, TRACK, type TrackName } from './tracks.ts';

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

/** A market as one track scores it. */
export interface ScoredMarket {
  readonly id: string;
  readonly profile: MarketProfileId;
  /** Withheld cards included. In a track of clusters, `actor` is what makes a cluster: the author or the text there. */
  readonly truth: readonly TruthRow[];
  /** The account of each ad. */
  readonly accounts: ReadonlyMap<string, string>;
  /** For each ad what the reader of all chances says of it, within the reach of the track. */
  readonly likelihoods: ReadonlyMap<string, number>;
}

/** What of a market is scored in a track. */
export function scoredMarket(market: BenchMarket, track: TrackName): ScoredMarket {
  const { drawn, open, idOf, id, profile } = market;
  const { reach, clusters = 'actor' } = TRACK[track];
  const places = Array.from({ length: drawn.size }, (_, at) => at);
  const sharers = sharersIn(drawn, places);
  const posteriors = readMarketIdeally(drawn, reach);
  const truth = places.map((at): TruthRow => {
    const { ad, actor, control, labels, possibleMinor, groups } = truthAt(drawn, at, sharers);
    const unit = possibleMinor || clusters === 'actor' ? actor : unitOf(market, at, clusters);
    return { ad: toExportedId(ad), actor: unit, control, labels: [...labels], possibleMinor, groups: { ...groups } };
  });
  return {
    id,
    profile,
    truth,
    accounts: new Map(open.map((at) => [idOf(at), drawn.ad(at).account])),
    likelihoods: new Map(open.map((at) => [idOf(at), posteriors[at] as number])),
  };
}

/** What the open ad at an index has in common with the others of its cluster. */
function unitOf({ drawn }: BenchMarket, at: number, unit: Exclude<ClusterUnit, 'actor'>): string {
  return required(drawn.story(at), `the story of ad ${at}`)[unit];
}
