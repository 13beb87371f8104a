import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { schemaTexts } from './authoring/scenario-schemas.ts';
import { command, readArguments } from './command/command-line.ts';
import { refuseToReplaceOther } from './command/refuse-to-replace.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s write-scenario-schema [-- --force]
Writes the JSON Schemas of scenarios/ anew, by which editors complete and check the files of a case.
  --force   replace files there that this command has not written`;

/** How a file that this command has written begins. */
const OF_SCHEMA = /^\{\s*"title": "Checkathon [^"]+",\s*"\$schema":/;

export const main = command(HELP, (args, io) => {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: { force: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    }),
  );
  const texts = [...schemaTexts()].map(([name, text]) => [join(ROOT, 'scenarios', name), text] as const);
  for (const [file] of texts)
    refuseToReplaceOther(
      { option: '', path: relative(io.cwd, file), from: io.cwd, isForced: values.force },
      (beginning) => OF_SCHEMA.test(beginning),
    );
  for (const [file, text] of texts) {
    writeFileSync(file, text);
    io.out(`${file}\n`);
  }
  return 0;
});

if (import.meta.main) await runCommand(main);
