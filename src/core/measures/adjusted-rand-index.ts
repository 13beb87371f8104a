import type { ClusterCells } from './cluster-cells.ts';
import { type PairCounts, pairCounts } from './pair-counts.ts';
import type { Weights } from './weighted-sum.ts';

/**
 * The adjusted Rand index: agreement of two partitions over pairs of ads beyond what chance gives; 1 where they are the same,
 * about 0 for clusters drawn blindly. An actor of weight 2 is two actors. Undefined where no two ads can be compared.
 * @see L. Hubert and P. Arabie, 1985, Journal of Classification 2.
 */
export function adjustedRandIndex(cells: ClusterCells): (weights: Weights) => number | undefined {
  const count = pairCounts(cells);
  return (weights) => randOfPairs(count(weights));
}

/** The same from counts of pairs. */
export function randOfPairs({ all, sameActor, sameCluster, both }: PairCounts): number | undefined {
  if (all === 0) return undefined;
  const expected = (sameActor * sameCluster) / all;
  const most = (sameActor + sameCluster) / 2;
  // Only where all ads are one cluster for both, or every ad stands alone for both, is there nothing to gain over chance.
  return most - expected <= 1e-12 * most ? 1 : (both - expected) / (most - expected);
}
