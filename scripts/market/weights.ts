import type { Library } from '#library/content/use-cases/load-library.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import type { MarketProfile, Weights } from '#market/ads/model/schemas.ts';
import { countSigns, type SignCounts } from '#market/generator/model/count-signs.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { estimateWeights } from '#market/generator/model/estimate-weights.ts';
import { measuredMarket } from './measuring.ts';

const SEEDS = 200;

/** The weights of one profile, pooled over a fixed set of markets. */
export function weightsOf(profile: MarketProfile, library: Library, seeds = SEEDS): Record<string, number> {
  const counts: SignCounts = new Map();
  for (let n = 0; n < seeds; n++) {
    countSigns(drawMarket(measuredMarket(library, profile, `weights-${n}`)), counts);
  }
  return estimateWeights(counts, library.catalogue);
}

/** The content of a file of weights, for all profiles. */
export function weightsFile(library: Library): string {
  const weights: Weights['weights'] = {};
  for (const profile of library.profiles.values()) weights[profile.id] = weightsOf(profile, library);
  const lines = Object.entries(weights).flatMap(([id, values]) => [
    `  ${id}:`,
    ...Object.entries(values).map(([indicator, ratio]) => `    ${indicator}: ${ratio}`),
  ]);
  const head = [
    '# Likelihood ratios measured on the generator, per market profile. Written by `npm run -s update-weights`.',
    `generatorVersion: ${GENERATOR_VERSION}`,
    `seeds: ${SEEDS}`,
    'weights:',
  ];
  return `${[...head, ...lines].join('\n')}\n`;
}
