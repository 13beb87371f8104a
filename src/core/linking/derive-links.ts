import type { GroundTruth } from '#core/market/ground-truth.ts';
import { isOnThePage, type Market } from '#core/market/market.ts';
import { createSets } from './joined-sets.ts';
import type { LinkingBrief } from './schemas.ts';

/** Two ads that name the same account of a site, as those of one person do. */
export const SAME_ACCOUNT = 'same-account';

/** An ad on the board, and who stands behind it. */
export interface BoardAd {
  readonly ad: string;
  readonly actor: string;
  /** Someone who sells alone or with others, or a business: nobody who is controlled, and no fraud. */
  readonly lawful: boolean;
  /** Ads of one actor that hang together by what lies on the table have one number. */
  readonly part: number;
}

/** What linking the ads of a board could find. */
export interface LinkKey {
  readonly ads: readonly BoardAd[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** Kinds of traces that two ads share, whoever stands behind them; see `pairOf`. */
  readonly traces: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fewest edges that hold together everything that can be known to belong together. */
  readonly needed: number;
}

/** The name of a pair of ads, whichever comes first. */
export const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * The key of a linking exercise. Two ads of one actor that nothing on the table joins, not even over other ads, are not
 * knowable as a pair: nobody is marked down for leaving them apart, nor for putting them together.
 */
export function deriveLinks(truth: GroundTruth, market: Pick<Market, 'ads'>, brief: LinkingBrief = {}): LinkKey {
  const wanted = brief.ads && new Set(brief.ads);
  const ads = truth.ads.filter(({ ad, possibleMinor }) => !possibleMinor && (wanted?.has(ad) ?? true));
  const placeOf = new Map(ads.map(({ ad }, place) => [ad, place]));
  const traces = new Map<string, Set<string>>();
  const share = (a: string, b: string, kind: string) => {
    const pair = pairOf(a, b);
    traces.set(pair, (traces.get(pair) ?? new Set()).add(kind));
  };
  const onTable = kindsOnTable(truth, brief.records ?? false);
  for (const { a, b, kind } of truth.edges)
    if (onTable.has(kind) && placeOf.has(a) && placeOf.has(b)) share(a, b, kind);
  for (const members of byAccount(market, placeOf))
    members.forEach((a, n) => {
      for (const b of members.slice(n + 1)) share(a, b, SAME_ACCOUNT);
    });

  const sets = createSets(ads.length);
  const actorAt = (ad: string) => ads[placeOf.get(ad) as number]?.actor;
  let needed = 0;
  for (const pair of traces.keys()) {
    const [a, b] = pair.split(' ') as [string, string];
    if (actorAt(a) === actorAt(b) && sets.join(placeOf.get(a) as number, placeOf.get(b) as number)) needed += 1;
  }
  return {
    ads: ads.map(({ ad, actor, control }, place) => ({
      ad,
      actor,
      lawful: control === 'none' || control === 'thirdParty',
      part: sets.find(place),
    })),
    placeOf,
    traces,
    needed,
  };
}

/** Kinds of links that whoever links can see: those of pages, and those of records where these lie on the table. */
function kindsOnTable({ ads, edges }: GroundTruth, records: boolean): Set<string> {
  if (records) return new Set(edges.map(({ kind }) => kind));
  const shown = ads.flatMap(({ labels }) => labels.filter(({ at, peers }) => peers.length > 0 && isOnThePage(at)));
  return new Set(shown.map(({ indicator }) => indicator));
}

function byAccount(market: Pick<Market, 'ads'>, placeOf: ReadonlyMap<string, number>): string[][] {
  const accounts = new Map<string, string[]>();
  for (const { id, account } of market.ads) {
    if (!placeOf.has(id)) continue;
    const members = accounts.get(account);
    if (members) members.push(id);
    else accounts.set(account, [id]);
  }
  return [...accounts.values()].filter(({ length }) => length > 1);
}
