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
import { drawingOf } from './market/drawing.ts';
import { weightsFile } from './market/weights.ts';

const HELP = `Usage: npm run -s update-weights [-- --generator 8] [--force]
Draws 200 markets of each profile and writes content/indicators/weights.yaml, the weights of the ideal observer.
Run it after GENERATOR_VERSION was raised or the catalogue or planting rules changed.
  --generator   version of the generator: 7, which ships, or 8, whose weights stand in content/genres/weights.yaml
  --force       replace a file there that this command has not written`;

const FILES = { 7: 'content/indicators/weights.yaml', 8: 'content/genres/weights.yaml' };
/** How a file that this command has written begins. */
const OF_WEIGHTS = /^# Likelihood ratios measured on the generator/;

export const main = command(HELP, (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        force: { type: 'boolean', default: false },
        generator: { type: 'string', default: String(GENERATOR_VERSION) },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const drawing = drawingOf(values.generator);
  const file = join(ROOT, FILES[drawing.number as keyof typeof FILES]);
  refuseToReplaceOther(
    { option: '', path: relative(io.cwd, file), from: io.cwd, isForced: values.force },
    (beginning) => OF_WEIGHTS.test(beginning),
  );
  writeFileSync(file, weightsFile(shippedLibrary(), drawing));
  io.out(`${relative(io.cwd, file)} now holds generator version ${drawing.number}\n`);
  return 0;
});

if (import.meta.main) await runCommand(main);
