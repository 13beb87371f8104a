import type { ClusterCells } from './cluster-cells.ts';
import type { ActorWeights } from './scored-ads.ts';

/**
 * The adjusted Rand index: agreement of two partitions over pairs of ads beyond what chance gives; 1 where they are the same,
 * about 0 for clusters drawn blindly. An actor of weight 2 is two actors: ads of different copies are no pair, as nothing is
 * known of them. Undefined where no two ads can be compared.
 * @see L. Hubert and P. Arabie, 1985, Journal of Classification 2.
 */
export function adjustedRandIndex(cells: ClusterCells): (weights: ActorWeights) => number | undefined {
  return (weights) => {
    const { all, sameActor } = pairsOfActors(cells, weights);
    if (all === 0) return undefined;
    const { sameCluster, both } = pairsOfClusters(cells, weights);
    const expected = (sameActor * sameCluster) / all;
    const most = (sameActor + sameCluster) / 2;
    // Only where all ads are one cluster for both, or every ad stands alone for both, is there nothing to gain over chance.
    return most - expected <= 1e-12 * most ? 1 : (both - expected) / (most - expected);
  };
}

function pairsOfActors({ adsOfActor }: ClusterCells, weights: ActorWeights) {
  let ads = 0;
  let squares = 0;
  let sameActor = 0;
  for (let actor = 0; actor < adsOfActor.length; actor++) {
    const weight = weights[actor] as number;
    const own = adsOfActor[actor] as number;
    ads += weight * own;
    squares += (weight * own) ** 2;
    sameActor += weight * pairsOf(own);
  }
  return { all: (ads ** 2 - squares) / 2 + sameActor, sameActor };
}

function pairsOfClusters(cells: ClusterCells, weights: ActorWeights) {
  const byCluster = new Float64Array(cells.clusters);
  let squares = 0;
  let both = 0;
  for (let place = 0; place < cells.ads.length; place++) {
    const cluster = cells.cluster[place] as number;
    const own = cells.ads[place] as number;
    const weight = weights[cells.actor[place] as number] as number;
    byCluster[cluster] = (byCluster[cluster] as number) + weight * own;
    squares += (weight * own) ** 2;
    both += weight * pairsOf(own);
  }
  let together = 0;
  for (const ads of byCluster) together += ads ** 2;
  return { sameCluster: (together - squares) / 2 + both, both };
}

const pairsOf = (ads: number) => (ads * (ads - 1)) / 2;
