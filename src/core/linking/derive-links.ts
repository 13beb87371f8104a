import type { GroundTruth } from '#core/market/ground-truth.ts';
import type { Market } from '#core/market/market.ts';
import { gatherBy } from './gather-by.ts';
import { createSets } from './joined-sets.ts';
import type { LinkingBrief } from './schemas.ts';
import { readTraces, type ShownTraces, sharedTraces, type TracePlace } from './shown-traces.ts';

/** An ad on the board, and who stands behind it. */
export interface BoardAd {
  readonly ad: string;
  readonly actor: string;
  /** Someone who sells alone or with others, or a business: nobody who is controlled, and no fraud. */
  readonly lawful: boolean;
  /** Ads of one actor that hang together by what lies on the table have one number. */
  readonly part: number;
}

/** Two ads of one actor that share a trace. */
export interface TruePair {
  readonly a: string;
  readonly b: string;
}

/** What linking the ads of a board could find. */
export interface LinkKey {
  readonly ads: readonly BoardAd[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Every kind of trace that two ads of the board both show, and where, whoever stands behind them. */
  readonly tracesOf: (a: string, b: string) => ReadonlyMap<string, TracePlace>;
  /** All pairs of ads of one actor that share a trace. */
  readonly pairs: readonly TruePair[];
  /** Fewest edges that hold together everything that can be known to belong together. */
  readonly needed: number;
}

/**
 * The key of a linking exercise. The truth says who stands behind each ad; which traces two ads share is read from their
 * public pages, and from their records where these lie on the table, so that whatever both show is a right reason. Two ads
 * of one actor that nothing on the table joins, not even over other ads, are not knowable as a pair: nobody is marked down
 * for leaving them apart, nor for putting them together.
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

/** Reads an ad when it is first asked for, and once: a market has far more ads and pairs than anybody proposes. */
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
