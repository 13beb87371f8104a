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
import { drawingOf } from './market/drawing.ts';
import { realismOfAll } from './market/realism.ts';
import { realismFile8 } from './market/realism-8.ts';

const HELP = `Usage: npm run -s update-realism [-- --generator 8] [--force]
Draws ten field markets of each profile and writes content/bench/realism.json: length of texts, signs per ad, repeated
texts and ads per phone, beside what studies print, with the distance. Run it after GENERATOR_VERSION was raised.
  --generator   version of the generator: 7, which ships, or 8, whose table stands in content/genres/realism.yaml
  --force       replace a file there that this command has not written`;

const FILES = { 7: 'content/bench/realism.json', 8: 'content/genres/realism.yaml' };
/** How a file that this command has written begins. */
const OF_REALISM = /^(\{\s*"generatorVersion": \d+,\s*"seeds": \d+,\s*"profiles"|# How posts look beside figures)/;

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
    (beginning) => OF_REALISM.test(beginning),
  );
  mkdirSync(dirname(file), { recursive: true });
  const isShipped = drawing.number === GENERATOR_VERSION;
  writeFileSync(
    file,
    isShipped
      ? `${JSON.stringify(realismOfAll(shippedLibrary()), null, 2)}\n`
      : realismFile8(shippedLibrary(), drawing),
  );
  io.out(`${relative(io.cwd, file)} now holds generator version ${drawing.number}\n`);
  return 0;
});

if (import.meta.main) await runCommand(main);
