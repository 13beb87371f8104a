/** Measures the accuracy of each way of judging ads over whole markets, and writes it to tests/golden/figures.json. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { command, readArguments } from './command/command-line.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { figuresOf } from './market/figures.ts';

const HELP = `Usage: npm run -s update-figures
Draws 50 field markets of each profile and writes tests/golden/figures.json: how well three ways of judging tell controlled
ads from others, with intervals. Run it after GENERATOR_VERSION was raised or the weights were measured anew.`;

const FILE = join(ROOT, 'tests/golden/figures.json');

export const main = command(HELP, (args, io) => {
  readArguments(() => parseArgs({ args, options: { help: { type: 'boolean', default: false } } }));
  const library = shippedLibrary();
  writeFileSync(FILE, `${JSON.stringify(figuresOf(library), null, 2)}\n`);
  io.out(`${relative(io.cwd, FILE)} now holds generator version ${GENERATOR_VERSION}\n`);
  return 0;
});

if (import.meta.main) await runCommand(main);
