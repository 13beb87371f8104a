import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { loadCase } from '#app/library/load-case.ts';
import { loadLibrary } from '#app/library/load-library.ts';
import type { Issue } from '#core/kernel/issue.ts';
import { badArgument, orFail, readArguments } from './command-line.ts';
import { printIssue } from './print-issue.ts';

const HELP = `Usage: npm run -s check-scenarios -- [FILE|FOLDER...] [--json]
Checks cases: a folder that holds scenario.yaml, such a file itself, or a folder of such folders.
Without a path all cases under scenarios/ are checked. Ends with 1 where a case is refused.
  --json   print the issues as JSON`;

const SCENARIO = 'scenario.yaml';

const { values, positionals } = readArguments(HELP, () =>
  parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  }),
);
const root = resolve(import.meta.dirname, '..');
const files = createProjectFiles(process.cwd());
const library = orFail(loadLibrary(createProjectFiles(root)));
const cases = (positionals.length > 0 ? positionals : [join(root, 'scenarios')]).flatMap(casesAt);
if (cases.length === 0) badArgument(HELP, `${positionals.join(' ')}: there is no case in it.`);

const issues = cases.flatMap(({ folder, name }): readonly Issue[] => {
  const loaded = loadCase(files, relative(process.cwd(), folder) || '.', library, name);
  return loaded.ok ? [] : loaded.issues;
});
if (values.json)
  process.stdout.write(
    `${JSON.stringify({ schema: 'issues/1', cases: cases.length, issues: issues.map((issue) => ({ ...issue, text: printIssue(issue) })) }, null, 2)}\n`,
  );
else {
  for (const issue of issues) process.stderr.write(`${printIssue(issue)}\n`);
  const refused = issues.length === 1 ? '1 issue' : `${issues.length} issues`;
  process.stdout.write(
    `${cases.length === 1 ? '1 case' : `${cases.length} cases`} checked, ${issues.length === 0 ? 'nothing to mend' : refused}\n`,
  );
}
process.exitCode = issues.length > 0 ? 1 : 0;

/** The cases that a path stands for: a scenario file of any name, a case folder, or a folder of case folders. */
function casesAt(path: string): { folder: string; name: string }[] {
  const full = resolve(path);
  if (!existsSync(full)) return badArgument(HELP, `${path}: there is no such file or folder.`);
  if (statSync(full).isFile())
    return [{ folder: dirname(full), name: basename(full) === 'key.yaml' ? SCENARIO : basename(full) }];
  if (existsSync(join(full, SCENARIO))) return [{ folder: full, name: SCENARIO }];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(full, entry.name, SCENARIO)))
    .map((entry) => ({ folder: join(full, entry.name), name: SCENARIO }));
}
