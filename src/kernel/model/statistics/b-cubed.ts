import type { ClusterCells } from './cluster-cells.ts';
import { type SumWeights, weightedSum } from './weighted-sum.ts';

export interface BCubed {
  /** Share of an ad's cluster that belongs to its actor, mean over ads. Low if clusters mix actors. */
  readonly precision: number;
  /** Share of an actor's ads that are in the ad's cluster, mean over ads. Low if actors are split over clusters. */
  readonly recall: number;
  readonly f1: number;
}

/**
 * B-cubed precision and recall of a clustering. Weights count an actor's ads more often and leave the clusters as they
 * are, so that two copies of an actor do not count as two actors mixed in a cluster.
 * @see A. Bagga and B. Baldwin, 1998; E. Amigó and others, 2009, Information Retrieval 12.
 */
export function bCubed(cells: ClusterCells): (weights: SumWeights) => BCubed {
  const precisions = new Float64Array(cells.actors);
  const recalls = new Float64Array(cells.actors);
  cells.ads.forEach((ads, place) => {
    const actor = cells.actor[place] as number;
    const cluster = cells.cluster[place] as number;
    precisions[actor] = (precisions[actor] as number) + ads ** 2 / (cells.adsOfCluster[cluster] as number);
    recalls[actor] = (recalls[actor] as number) + ads ** 2 / (cells.adsOfActor[actor] as number);
  });
  return (weights) => {
    const all = weightedSum(cells.adsOfActor, weights);
    const precision = weightedSum(precisions, weights) / all;
    const recall = weightedSum(recalls, weights) / all;
    return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
  };
}
