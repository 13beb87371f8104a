/** Measures the weight of each sign in each kind of market, and writes the weights for the ideal observer. */

import { command } from './command/command-line.ts';
import { runCommand } from './command/run-command.ts';
import { type MeasuredFile, updateMeasured } from './market/update-measured.ts';
import { weightsFile } from './market/weights.ts';

const HELP = `Usage: npm run -s update-weights [-- --force]
Draws 200 markets of each profile and writes content/indicators/weights.yaml, the weights of the ideal observer.
Run it after GENERATOR_VERSION was raised or the catalogue or planting rules changed.
  --force   replace a file there that this command has not written`;

/** How a file that this command has written begins. */
const OF_WEIGHTS = /^# Likelihood ratios measured on the generator/;

const FILE: MeasuredFile = {
  file: 'content/indicators/weights.yaml',
  begins: OF_WEIGHTS,
  measure: weightsFile,
};

export const main = command(HELP, (args, io) => updateMeasured([FILE], args, io));

if (import.meta.main) await runCommand(main);
