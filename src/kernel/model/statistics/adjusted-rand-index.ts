import type { ClusterCells } from './cluster-cells.ts';
import { type PairCounts, pairCounts } from './pair-counts.ts';
import type { SumWeights } from './weighted-sum.ts';

/**
 * The adjusted Rand index: agreement of two partitions over pairs of ads beyond chance; 1 if they are the same, about 0
 * for random clusters. An actor of weight 2 counts as two actors. Undefined if no two ads can be compared.
 * @see L. Hubert and P. Arabie, 1985, Journal of Classification 2.
 */
export function adjustedRandIndex(cells: ClusterCells): (weights: SumWeights) => number | undefined {
  const count = pairCounts(cells);
  return (weights) => randOfPairs(count(weights));
}

/** The adjusted Rand index from counts of pairs. */
export function randOfPairs({ all, sameActor, sameCluster, both }: PairCounts): number | undefined {
  if (all === 0) return undefined;
  const expected = (sameActor * sameCluster) / all;
  const most = (sameActor + sameCluster) / 2;
  // The denominator is 0 only if both partitions are one single cluster, or both put every ad in its own: chance leaves
  // nothing to gain.
  return most - expected <= 1e-12 * most ? 1 : (both - expected) / (most - expected);
}
