/** Measures the weight of each sign in each kind of market, and writes the weights for the ideal observer. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { command, readArguments } from './command/command-line.ts';
import { refuseToReplaceOther } from './command/refuse-to-replace.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { weightsFile } from './market/weights.ts';

const HELP = `Usage: npm run -s update-weights [-- --force]
Draws 200 markets of each profile and writes content/indicators/weights.yaml, the weights of the ideal observer.
Run it after GENERATOR_VERSION was raised or the catalogue or planting rules changed.
  --force   replace a file there that this command has not written`;

const FILE = join(ROOT, 'content/indicators/weights.yaml');
/** How a file that this command has written begins. */
const OF_WEIGHTS = /^# Likelihood ratios measured on the generator/;

export const main = command(HELP, (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: { force: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    }),
  );
  refuseToReplaceOther(
    { option: '', path: relative(io.cwd, FILE), from: io.cwd, isForced: values.force },
    (beginning) => OF_WEIGHTS.test(beginning),
  );
  writeFileSync(FILE, weightsFile(shippedLibrary()));
  io.out(`${relative(io.cwd, FILE)} now holds generator version ${GENERATOR_VERSION}\n`);
  return 0;
});

if (import.meta.main) await runCommand(main);
