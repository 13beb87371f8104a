/** Measures how generated markets look beside figures that studies print, and what the kit aims at. */
import { command } from './command/command-line.ts';
import { runCommand } from './command/run-command.ts';
import { realismOfAll } from './market/realism.ts';
import { realismFile } from './market/realism-of-posts.ts';
import { type MeasuredFile, updateMeasured } from './market/update-measured.ts';

const HELP = `Usage: npm run -s update-realism [-- --force]
Draws ten field markets of each profile and writes content/bench/realism.json (length of texts, signs per ad, repeated
texts and ads per phone, beside what studies print, with the distance) and content/genres/realism.yaml (the table of the
datasheet). Run it after GENERATOR_VERSION was raised.
  --force   replace files there that this command has not written`;

const FILES: readonly MeasuredFile[] = [
  {
    file: 'content/bench/realism.json',
    begins: /^\{\s*"generatorVersion": \d+,\s*"seeds": \d+,\s*"profiles"/,
    measure: (library) => `${JSON.stringify(realismOfAll(library), null, 2)}\n`,
  },
  {
    file: 'content/genres/realism.yaml',
    begins: /^# How posts look beside figures/,
    measure: realismFile,
  },
];

export const main = command(HELP, (args, io) => updateMeasured(FILES, args, io));

if (import.meta.main) await runCommand(main);
