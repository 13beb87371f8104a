/** Measures the accuracy of each way of judging ads over whole markets, and writes it to tests/golden/figures.json. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { command, readArguments } from './command/command-line.ts';
import { refuseToReplaceOther } from './command/refuse-to-replace.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { figuresOf } from './market/figures.ts';

const HELP = `Usage: npm run -s update-figures [-- --force]
Draws 50 field markets of each profile and writes tests/golden/figures.json: how well three ways of judging tell controlled
ads from others, with intervals. Run it after GENERATOR_VERSION was raised or the weights were measured anew.
  --force   replace a file there that this command has not written`;

const FILE = join(ROOT, 'tests/golden/figures.json');
/** How a file that this command has written begins. */
const OF_FIGURES = /^\{\s*"generatorVersion": \d+,\s*"seeds": \d+,\s*"profiles"/;

export const main = command(HELP, (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: { force: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    }),
  );
  refuseToReplaceOther(
    { option: '', path: relative(io.cwd, FILE), from: io.cwd, isForced: values.force },
    (beginning) => OF_FIGURES.test(beginning),
  );
  const library = shippedLibrary();
  writeFileSync(FILE, `${JSON.stringify(figuresOf(library), null, 2)}\n`);
  io.out(`${relative(io.cwd, FILE)} now holds generator version ${GENERATOR_VERSION}\n`);
  return 0;
});

if (import.meta.main) await runCommand(main);
