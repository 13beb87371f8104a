import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { schemaTexts } from './authoring/scenario-schemas.ts';
import { command, readArguments } from './command/command-line.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s write-scenario-schema
Writes the JSON Schemas of scenarios/ anew, by which editors complete and check the files of a case.`;

export const main = command(HELP, (args, io) => {
  readArguments(() => parseArgs({ args, options: { help: { type: 'boolean', default: false } } }));
  for (const [name, text] of schemaTexts()) {
    const file = join(ROOT, 'scenarios', name);
    writeFileSync(file, text);
    io.out(`${file}\n`);
  }
  return 0;
});

if (import.meta.main) await runCommand(main);
