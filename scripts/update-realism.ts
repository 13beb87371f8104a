/** Measures how generated markets look beside figures that studies print, and writes content/bench/realism.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { command, readArguments } from './command/command-line.ts';
import { refuseToReplaceOther } from './command/refuse-to-replace.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { shippedLibrary } from './command/shipped-library.ts';
import { realismOfAll } from './market/realism.ts';

const HELP = `Usage: npm run -s update-realism [-- --force]
Draws ten field markets of each profile and writes content/bench/realism.json: length of texts, signs per ad, repeated
texts and ads per phone, beside what studies print, with the distance. Run it after GENERATOR_VERSION was raised.
  --force   replace a file there that this command has not written`;

const FILE = join(ROOT, 'content/bench/realism.json');
/** How a file that this command has written begins. */
const OF_REALISM = /^\{\s*"generatorVersion": \d+,\s*"seeds": \d+,\s*"profiles"/;

export const main = command(HELP, (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: { force: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    }),
  );
  refuseToReplaceOther(
    { option: '', path: relative(io.cwd, FILE), from: io.cwd, isForced: values.force },
    (beginning) => OF_REALISM.test(beginning),
  );
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(realismOfAll(shippedLibrary()), null, 2)}\n`);
  io.out(`${relative(io.cwd, FILE)} now holds generator version ${GENERATOR_VERSION}\n`);
  return 0;
});

if (import.meta.main) await runCommand(main);
