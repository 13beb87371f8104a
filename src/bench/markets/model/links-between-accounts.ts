import type { Measured } from '#bench/predictions/model/jackknife.ts';
import type { ActorWeights } from '#bench/predictions/model/scored-ads.ts';

/** The ads of a market in three partitions: by who is behind them, by account, and by the cluster of a tool. */
export interface LinkedAds {
  readonly count: number;
  /** Number of the actor of each ad, or of its author or text, from 0 up to, but not including, `actors`. */
  readonly actor: ArrayLike<number>;
  readonly actors: number;
  readonly accountOf: (ad: number) => string;
  /** Undefined where an ad is a cluster of its own. */
  readonly clusterOf: (ad: number) => string | undefined;
}

/**
 * How well links between accounts are found. The ads of one account that come from one actor are one end of a link; two
 * ends of different accounts are linked if one actor is behind both, and a tool links them if one of its clusters holds
 * ads of both. Ads of one account are linked by the account itself, so such pairs do not count. A pair counts as often as
 * the weights of both its actors say. Recall is undefined where nothing is to be linked, precision where nothing is linked.
 */
export function linksBetweenAccounts(ads: LinkedAds): (weights: ActorWeights) => Measured {
  const { ends, endOf } = endsOf(ads);
  const toFind = new Float64Array(ads.actors);
  const ofActor = Array.from({ length: ads.actors }, (): number[] => []);
  ends.forEach(({ actor }, end) => {
    ofActor[actor]?.push(end);
  });
  forPairsIn(ofActor, ends, (one) => {
    toFind[one.actor] = (toFind[one.actor] as number) + 1;
  });
  const right = new Float64Array(ads.actors);
  const wrong = new Map<number, number>();
  const linked = new Set<number>();
  for (const members of clustersOf(ads, endOf))
    forPairsIn([members], ends, (one, other, a, b) => {
      const pair = Math.min(a, b) * ends.length + Math.max(a, b);
      if (linked.has(pair)) return;
      linked.add(pair);
      if (one.actor === other.actor) right[one.actor] = (right[one.actor] as number) + 1;
      else {
        const of = Math.min(one.actor, other.actor) * ads.actors + Math.max(one.actor, other.actor);
        wrong.set(of, (wrong.get(of) ?? 0) + 1);
      }
    });
  const mixed = [...wrong].map(([of, count]) => [Math.floor(of / ads.actors), of % ads.actors, count] as const);
  return (weights) => {
    const weightOf = (actor: number) => weights[actor] as number;
    let [found, asked, strange] = [0, 0, 0];
    for (let actor = 0; actor < ads.actors; actor++) {
      found += (right[actor] as number) * weightOf(actor);
      asked += (toFind[actor] as number) * weightOf(actor);
    }
    for (const [one, other, count] of mixed) strange += count * weightOf(one) * weightOf(other);
    return {
      'link-precision': found + strange > 0 ? found / (found + strange) : undefined,
      'link-recall': asked > 0 ? found / asked : undefined,
      'link-f1': asked > 0 ? (2 * found) / (found + strange + asked) : undefined,
    };
  };
}

/** The ads of one account that come from one actor. */
interface End {
  readonly account: string;
  readonly actor: number;
}

/** All ends of links, and the number of the end of each ad. */
function endsOf({ count, actor, accountOf }: LinkedAds): { readonly ends: readonly End[]; readonly endOf: number[] } {
  const ends: End[] = [];
  const known = new Map<string, number>();
  const endOf = Array.from({ length: count }, (_, ad) => {
    const end = { account: accountOf(ad), actor: actor[ad] as number };
    const name = `${end.actor} ${end.account}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, ends.length);
    return ends.push(end) - 1;
  });
  return { ends, endOf };
}

/** The ends in each cluster of the tool, each once. */
function clustersOf({ count, clusterOf }: LinkedAds, endOf: readonly number[]): number[][] {
  const members = new Map<string, Set<number>>();
  for (let ad = 0; ad < count; ad++) {
    const cluster = clusterOf(ad);
    if (cluster === undefined) continue;
    const found = members.get(cluster) ?? new Set();
    members.set(cluster, found.add(endOf[ad] as number));
  }
  return [...members.values()].map((found) => [...found]);
}

/** Calls with each pair of ends of different accounts within a group. */
function forPairsIn(
  groups: readonly (readonly number[])[],
  ends: readonly End[],
  each: (one: End, other: End, a: number, b: number) => void,
): void {
  for (const members of groups)
    members.forEach((a, n) => {
      for (const b of members.slice(n + 1)) {
        const [one, other] = [ends[a] as End, ends[b] as End];
        if (one.account !== other.account) each(one, other, a, b);
      }
    });
}
