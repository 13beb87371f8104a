/** Measures the weight of each sign in each kind of market, and writes the weights for the ideal observer. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { command, readArguments } from './command/command-line.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { weightsFile } from './market/weights.ts';

const HELP = `Usage: npm run -s update-weights
Draws 200 markets of each profile and writes content/indicators/weights.yaml, the weights of the ideal observer.
Run it after GENERATOR_VERSION was raised or the catalogue or planting rules changed.`;

const FILE = join(ROOT, 'content/indicators/weights.yaml');

export const main = command(HELP, (args, io) => {
  readArguments(() => parseArgs({ args, options: { help: { type: 'boolean', default: false } } }));
  writeFileSync(FILE, weightsFile(shippedLibrary()));
  io.out(`${relative(io.cwd, FILE)} now holds generator version ${GENERATOR_VERSION}\n`);
  return 0;
});

if (import.meta.main) await runCommand(main);
