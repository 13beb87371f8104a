import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { newCaseFiles } from '#case/language/use-cases/new-case-files.ts';
import { isIdForPath, MAX_ID_LENGTH } from '#kernel/model/path-names.ts';
import { makeFolder, writeText } from '#kernel/node/write-file.ts';
import { badArgument, command, orFail, readArguments } from './command/command-line.ts';
import { isThere } from './command/is-there.ts';
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
  if (!isIdForPath(id))
    badArgument(
      `${id.slice(0, MAX_ID_LENGTH + 1)}: use small letters, digits and hyphens, beginning with a letter; ${MAX_ID_LENGTH} at most, and no name of a device such as con.`,
    );
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

if (import.meta.main) await runCommand(main);
