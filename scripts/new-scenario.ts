import { lstatSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { newCaseFiles } from '#case/language/use-cases/new-case-files.ts';
import { makeFolder, writeText } from '#kernel/node/write-file.ts';
import { badArgument, command, orFail, readArguments } from './command/command-line.ts';
import { oneLine, printLines } from './command/print-text.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s new-scenario -- <id> [--in FOLDER]
Writes a small case without a fault, to be changed word by word: scenario.yaml, key.yaml and review.yaml.
  <id>   name of the case and of its folder: small letters, digits and hyphens, beginning with a letter
  --in   the folder in which the case is made (default scenarios/)`;

export const main = command(HELP, (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { in: { type: 'string' }, help: { type: 'boolean', default: false } },
    }),
  );
  const [id = badArgument('The id is missing.'), ...others] = positionals;
  if (others.length > 0) badArgument(`${others.join(' ')}: one id is enough.`);
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    badArgument(`${id}: use small letters, digits and hyphens, beginning with a letter.`);
  const folder = join(values.in === undefined ? join(ROOT, 'scenarios') : resolve(io.cwd, values.in), id);
  if (isThere(folder)) badArgument(`${relative(io.cwd, folder)} is there already. Choose another id.`);

  orFail(makeFolder(folder));
  for (const [name, text] of newCaseFiles(id)) {
    const file = join(folder, name);
    orFail(writeText(file, text));
    printLines(io, oneLine(relative(io.cwd, file)));
  }
  return 0;
});

/** True where the path exists, even as a dangling link. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // A parent is no folder or not accessible; creating the path will report which.
    return false;
  }
}

if (import.meta.main) await runCommand(main);
