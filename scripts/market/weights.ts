import type { Library } from '#library/content/use-cases/load-library.ts';
import type { MarketProfile, Weights } from '#market/ads/model/schemas.ts';
import { countSigns, type SignCounts } from '#market/generator/model/count-signs.ts';
import { estimateWeights } from '#market/generator/model/estimate-weights.ts';
import type { Drawing } from './drawing.ts';
import { measuredMarket } from './measuring.ts';

const SEEDS = 200;

/** The weights of one profile, pooled over a fixed set of markets. */
export function weightsOf(
  profile: MarketProfile,
  library: Library,
  { draw }: Pick<Drawing, 'draw'>,
  seeds = SEEDS,
): Record<string, number> {
  const counts: SignCounts = new Map();
  for (let n = 0; n < seeds; n++) {
    countSigns(draw(measuredMarket(library, profile, `weights-${n}`)), counts);
  }
  return estimateWeights(counts, library.catalogue);
}

/** The content of a file of weights, for all profiles. */
export function weightsFile(library: Library, drawing: Drawing): string {
  const weights: Weights['weights'] = {};
  for (const profile of library.profiles.values()) weights[profile.id] = weightsOf(profile, library, drawing);
  const lines = Object.entries(weights).flatMap(([id, values]) => [
    `  ${id}:`,
    ...Object.entries(values).map(([indicator, ratio]) => `    ${indicator}: ${ratio}`),
  ]);
  const head = [
    '# Likelihood ratios measured on the generator, per market profile. Written by `npm run -s update-weights`.',
    `generatorVersion: ${drawing.number}`,
    `seeds: ${SEEDS}`,
    'weights:',
  ];
  return `${[...head, ...lines].join('\n')}\n`;
}
