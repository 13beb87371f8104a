/** Measures how generated markets look beside figures that studies print, and writes content/bench/realism.json. */
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { command } from './command/command-line.ts';
import { runCommand } from './command/run-command.ts';
import { realismOfAll } from './market/realism.ts';
import { realismFile8 } from './market/realism-8.ts';
import { type MeasuredFile, updateMeasured } from './market/update-measured.ts';

const HELP = `Usage: npm run -s update-realism [-- --generator 8] [--force]
Draws ten field markets of each profile and writes content/bench/realism.json: length of texts, signs per ad, repeated
texts and ads per phone, beside what studies print, with the distance. Run it after GENERATOR_VERSION was raised.
  --generator   version of the generator: 7, which ships, or 8, whose table stands in content/genres/realism.yaml
  --force       replace a file there that this command has not written`;

/** How a file that this command has written begins. */
const OF_REALISM = /^(\{\s*"generatorVersion": \d+,\s*"seeds": \d+,\s*"profiles"|# How posts look beside figures)/;

const FILE: MeasuredFile = {
  files: { 7: 'content/bench/realism.json', 8: 'content/genres/realism.yaml' },
  begins: OF_REALISM,
  measure: (library, drawing) =>
    drawing.number === GENERATOR_VERSION
      ? `${JSON.stringify(realismOfAll(library), null, 2)}\n`
      : realismFile8(library, drawing),
};

export const main = command(HELP, (args, io) => updateMeasured(FILE, args, io));

if (import.meta.main) await runCommand(main);
