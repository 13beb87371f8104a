import { adjustedRandIndex } from '#kernel/model/statistics/adjusted-rand-index.ts';
import { areaUnderCurve } from '#kernel/model/statistics/area-under-curve.ts';
import { bCubed } from '#kernel/model/statistics/b-cubed.ts';
import { clusterCells } from '#kernel/model/statistics/cluster-cells.ts';
import { averagePrecision } from './average-precision.ts';
import { brierSkill } from './brier-skill.ts';
import type { Measured } from './jackknife.ts';
import type { ActorWeights, ScoredAds, ScoredPair } from './scored-ads.ts';
import { type SignTally, signScores } from './sign-figures.ts';
import { tallyByProbability } from './tally-by-probability.ts';

/** All figures that are recomputed without some of the actors, prepared once. Names are those of the figures. */
export function measurePairs(
  ads: ScoredAds,
  pairs: readonly ScoredPair[],
  signs: SignTally | undefined,
): (weights: ActorWeights) => Measured {
  const tally = tallyByProbability(ads);
  const skill = brierSkill(ads);
  const clusters = measureClusters(ads, pairs);
  return (weights) => {
    const ranked = tally(weights);
    return {
      auc: areaUnderCurve(ranked),
      'average-precision': averagePrecision(ranked),
      'brier-skill': skill(weights),
      ...clusters?.(weights),
      ...(signs ? measureSigns(signs, weights) : {}),
    };
  };
}

function measureSigns(signs: SignTally, weights: ActorWeights): Measured {
  const { precision, recall, f05 } = signScores(signs, weights);
  return { 'sign-precision': precision, 'sign-recall': recall, 'sign-f05': f05 };
}

/** Undefined if the tool assigned no ad to a cluster. */
function measureClusters(ads: ScoredAds, pairs: readonly ScoredPair[]) {
  if (!pairs.some(([, row]) => row?.cluster !== undefined)) return undefined;
  const cells = clusterCells(ads, (ad) => pairs[ad]?.[1]?.cluster);
  const cubed = bCubed(cells);
  const rand = adjustedRandIndex(cells);
  return (weights: ActorWeights): Measured => {
    const { precision, recall, f1 } = cubed(weights);
    return {
      'cluster-b-cubed-precision': precision,
      'cluster-b-cubed-recall': recall,
      'cluster-b-cubed-f1': f1,
      'cluster-ari': rand(weights),
    };
  };
}
