import type { Catalogue } from '#core/indicators/catalogue.ts';
import { CONTROL_OF, isSought } from '#core/market/actor-types.ts';
import type { SignCounts } from './count-signs.ts';

/** Keeps a sign that was never seen on one side from weighing without end: half an ad more on each. */
const HALF = 0.5;

/**
 * What each sign and cue is worth in a kind of market: how many times likelier it is in an ad of a network (or a deceptive
 * offer) than in any other. Ids that were never seen, and traps, are left out.
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
    const ratio = (found + HALF) / (sought + 2 * HALF) / ((others + HALF) / (rest + 2 * HALF));
    weights[id] = Math.round(ratio * 1000) / 1000;
  }
  return weights;
}
