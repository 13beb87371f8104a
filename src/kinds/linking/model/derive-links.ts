import { createSets } from '#kernel/model/joined-sets.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Market } from '#market/ads/model/market.ts';
import { gatherBy } from './gather-by.ts';
import type { LinkingBrief } from './schemas.ts';
import { readTraces, type ShownTraces, sharedTraces, type TracePlace } from './shown-traces.ts';

/** An ad on the board, and its actor. */
export interface BoardAd {
  readonly ad: string;
  readonly actor: string;
  /** True for an independent, a group or a business: neither controlled nor fraudulent. */
  readonly lawful: boolean;
  /** Number of the connected component: ads of one actor connected by the available evidence have the same one. */
  readonly part: number;
}

/** Two ads of one actor that share a trace. */
export interface TruePair {
  readonly a: string;
  readonly b: string;
}

/** The key of a linking exercise: everything that can be found. */
export interface LinkKey {
  readonly ads: readonly BoardAd[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Every kind of trace that two ads of the board share, and where it shows, whatever their actors. */
  readonly tracesOf: (a: string, b: string) => ReadonlyMap<string, TracePlace>;
  /** All pairs of ads of one actor that share a trace. */
  readonly pairs: readonly TruePair[];
  /** Minimum number of edges that connect everything that can be known to belong together. */
  readonly needed: number;
}

/**
 * Derives the key of a linking exercise. The truth gives the actor of each ad; the traces that two ads share are read
 * from their public pages, and from their records if the exercise shows them, so that whatever both show is a correct
 * reason. Two ads of one actor that no available evidence connects, not even through other ads, are not knowable as a
 * pair: it costs nothing to leave them apart or to put them together.
 */
export function deriveLinks(truth: GroundTruth, market: Pick<Market, 'ads'>, brief: LinkingBrief = {}): LinkKey {
  const wanted = brief.ads && new Set(brief.ads);
  const ads = truth.ads.filter(({ ad, possibleMinor }) => !possibleMinor && (wanted?.has(ad) ?? true));
  const placeOf = new Map(ads.map(({ ad }, place) => [ad, place]));
  const tracesOf = readPairs(market, placeOf, brief.records ?? false);

  const sets = createSets(ads.length);
  const pairs: TruePair[] = [];
  let needed = 0;
  for (const own of gatherBy(ads, ({ actor }) => actor))
    own.forEach(({ ad: a }, n) => {
      for (const { ad: b } of own.slice(n + 1)) {
        if (tracesOf(a, b).size === 0) continue;
        pairs.push({ a, b });
        if (sets.join(placeOf.get(a) as number, placeOf.get(b) as number)) needed += 1;
      }
    });
  return {
    ads: ads.map(({ ad, actor, control }, place) => ({
      ad,
      actor,
      lawful: control === 'none' || control === 'thirdParty',
      part: sets.find(place),
    })),
    placeOf,
    tracesOf,
    pairs,
    needed,
  };
}

const NOTHING: ReadonlyMap<string, TracePlace> = new Map();

/** Reads an ad on first use, and once: a market has far more ads and pairs than a trainee proposes. */
function readPairs(
  { ads }: Pick<Market, 'ads'>,
  onBoard: ReadonlyMap<string, number>,
  records: boolean,
): LinkKey['tracesOf'] {
  const byId = new Map(ads.filter(({ id }) => onBoard.has(id)).map((ad) => [ad.id, ad]));
  const read = new Map<string, ShownTraces>();
  const shownBy = (id: string) => {
    const ad = byId.get(id);
    const shown = read.get(id) ?? (ad && readTraces(ad, records));
    if (shown) read.set(id, shown);
    return shown;
  };
  return (a, b) => {
    const [one, other] = [shownBy(a), shownBy(b)];
    return one && other ? sharedTraces(one, other) : NOTHING;
  };
}
