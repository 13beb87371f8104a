import { CONTROL_OF, isSought } from '#market/ads/model/actor-types.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import type { SignCounts } from './count-signs.ts';

/** Half an ad added on each side (continuity correction), so that a sign never seen on one side has a finite weight. */
const CONTINUITY_CORRECTION = 0.5;

/**
 * The weight of each sign and cue in a kind of market: the likelihood ratio of ads of a network (or deceptive offers)
 * against all others. Ids that were never seen, and traps, are left out.
 */
export function estimateWeights(counts: SignCounts, catalogue: Catalogue): Record<string, number> {
  const weights: Record<string, number> = {};
  for (const { id, kind } of catalogue.values()) {
    if (kind === 'trap') continue;
    let [found, sought, others, rest] = [0, 0, 0, 0];
    for (const [type, { ads, shown }] of counts) {
      const seen = shown.get(id) ?? 0;
      const isWanted = isSought(CONTROL_OF[type]);
      if (isWanted) [found, sought] = [found + seen, sought + ads];
      else [others, rest] = [others + seen, rest + ads];
    }
    if (found + others === 0) continue;
    const ratio =
      (found + CONTINUITY_CORRECTION) /
      (sought + 2 * CONTINUITY_CORRECTION) /
      ((others + CONTINUITY_CORRECTION) / (rest + 2 * CONTINUITY_CORRECTION));
    weights[id] = Math.round(ratio * 1000) / 1000;
  }
  return weights;
}
