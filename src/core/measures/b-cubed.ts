import type { ClusterCells } from './cluster-cells.ts';
import { type Weights, weightedSum } from './weighted-sum.ts';

export interface BCubed {
  /** How much of an ad's cluster is of its actor, mean over ads. Low where actors are thrown together. */
  readonly precision: number;
  /** How much of an ad's actor is in its cluster, mean over ads. Low where actors are torn apart. */
  readonly recall: number;
  readonly f1: number;
}

/**
 * B-cubed of a clustering. Weights count an actor's ads more often and leave the clusters as they are, so that two copies of
 * an actor are not two actors thrown together.
 * @see A. Bagga and B. Baldwin, 1998; E. Amigó and others, 2009, Information Retrieval 12.
 */
export function bCubed(cells: ClusterCells): (weights: Weights) => BCubed {
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
