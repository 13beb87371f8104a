/** Measures on the generator what each sign is worth in each kind of market, and writes it down for the ideal observer. */
import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { type Library, loadLibrary } from '#app/library/load-library.ts';
import { countSigns, type SignCounts } from '#core/market/count-signs.ts';
import { drawMarket } from '#core/market/draw-market.ts';
import { estimateWeights } from '#core/market/estimate-weights.ts';
import { GENERATOR_VERSION } from '#core/market/market.ts';
import type { MarketProfile, Weights } from '#core/market/schemas.ts';
import { orFail, readArguments } from './command-line.ts';

const HELP = `Usage: npm run -s update-weights
Draws 200 markets of each profile and writes content/indicators/weights.yaml, the weights of the ideal observer.
Run it after GENERATOR_VERSION was raised or the catalogue or planting rules changed.`;

const ROOT = resolve(import.meta.dirname, '..');
const FILE = resolve(ROOT, 'content/indicators/weights.yaml');
const SEEDS = 200;
const UNTIL = '2031-03-12T09:00:00Z';

/** The weights of one profile, pooled over always the same markets. */
export function weightsOf(profile: MarketProfile, library: Library, seeds = SEEDS): Record<string, number> {
  const counts: SignCounts = new Map();
  for (let n = 0; n < seeds; n++) {
    const order = {
      ...library,
      profile,
      size: 'field',
      prevalence: 'FIELD',
      seed: `weights-${n}`,
      until: UNTIL,
    } as const;
    countSigns(drawMarket(order), counts);
  }
  return estimateWeights(counts, library.catalogue);
}

function write(library: Library): void {
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
  writeFileSync(FILE, `${[...head, ...lines].join('\n')}\n`);
  process.stdout.write(`${relative(process.cwd(), FILE)} now holds generator version ${GENERATOR_VERSION}\n`);
}

if (import.meta.main) {
  readArguments(HELP, () => parseArgs({ options: { help: { type: 'boolean', default: false } } }));
  write(orFail(loadLibrary(createProjectFiles(ROOT))));
}
