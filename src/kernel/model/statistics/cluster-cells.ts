/** Ads, each with the number of its actor, from 0 up to, but not including, `actors`. */
export interface AdsOfActors {
  readonly count: number;
  readonly actor: ArrayLike<number>;
  readonly actors: number;
}

/** Contingency table of two partitions of the same ads: by actor, and by the clusters being measured. Sparse. */
export interface ClusterCells {
  readonly actors: number;
  readonly clusters: number;
  /** Number of ads of each actor, and of each cluster. */
  readonly adsOfActor: Float64Array;
  readonly adsOfCluster: Float64Array;
  /** One entry per actor and cluster that share ads, with the number of those ads. */
  readonly actor: readonly number[];
  readonly cluster: readonly number[];
  readonly ads: readonly number[];
}

/** Counts the cells. `clusterOf` names the cluster of an ad; an ad without a name is a cluster of its own. */
export function clusterCells(ads: AdsOfActors, clusterOf: (ad: number) => string | undefined): ClusterCells {
  const named = new Map<string, number>();
  const number = new Uint32Array(ads.count);
  let clusters = 0;
  for (let ad = 0; ad < ads.count; ad++) {
    const name = clusterOf(ad);
    const known = name === undefined ? undefined : named.get(name);
    number[ad] = known ?? clusters;
    if (known !== undefined) continue;
    if (name !== undefined) named.set(name, clusters);
    clusters += 1;
  }

  const adsOfActor = new Float64Array(ads.actors);
  const adsOfCluster = new Float64Array(clusters);
  const places = new Map<number, number>();
  const cells = { actor: [] as number[], cluster: [] as number[], ads: [] as number[] };
  for (let ad = 0; ad < ads.count; ad++) {
    const actor = ads.actor[ad] as number;
    const cluster = number[ad] as number;
    adsOfActor[actor] = (adsOfActor[actor] as number) + 1;
    adsOfCluster[cluster] = (adsOfCluster[cluster] as number) + 1;
    const pair = actor * clusters + cluster;
    const place = places.get(pair) ?? cells.ads.length;
    if (place === cells.ads.length) {
      places.set(pair, place);
      cells.actor.push(actor);
      cells.cluster.push(cluster);
    }
    cells.ads[place] = (cells.ads[place] ?? 0) + 1;
  }
  return { actors: ads.actors, clusters, adsOfActor, adsOfCluster, ...cells };
}
