import type { ClusterCells } from './cluster-cells.ts';
import { fScore } from './f-score.ts';
import type { SumWeights } from './weighted-sum.ts';

/** Counts of pairs of ads under two partitions. Each count covers all pairs that may be compared. */
export interface PairCounts {
  readonly all: number;
  readonly sameActor: number;
  readonly sameCluster: number;
  /** Pairs of one actor and in one cluster. */
  readonly both: number;
}

/**
 * Counts pairs without enumerating them. An actor of weight 2 counts as two actors: ads of different copies form no
 * pair, because nothing is known about them.
 */
export function pairCounts(cells: ClusterCells): (weights: SumWeights) => PairCounts {
  return (weights) => ({ ...pairsOfActors(cells, weights), ...pairsOfClusters(cells, weights) });
}

/**
 * Pair precision (of the pairs in one cluster, how many are of one actor) and pair recall (of the pairs of one actor,
 * how many are in one cluster). Without pairs to count, nothing is wrong: 1.
 */
export function pairAgreement({ sameActor, sameCluster, both }: Omit<PairCounts, 'all'>) {
  const precision = sameCluster === 0 ? 1 : both / sameCluster;
  const recall = sameActor === 0 ? 1 : both / sameActor;
  return { precision, recall, f1: fScore(precision, recall, 1) };
}

function pairsOfActors({ adsOfActor }: ClusterCells, weights: SumWeights) {
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

function pairsOfClusters(cells: ClusterCells, weights: SumWeights) {
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
