/** Compares two builds of the site: what their pages say and how they are read out, and the bytes of their data. */
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { diffArrays } from 'diff';
import { kindOf } from '#kernel/node/read-file.ts';
import { badArgument, command, fromArgument, readArguments } from './command/command-line.ts';
import { counted } from './command/counted.ts';
import { complainLines, printLines } from './command/print-text.ts';
import { runCommand } from './command/run-command.ts';
import { filesOfBuild, haveSameData } from './compare/build-files.ts';
import { pageLines } from './compare/page-lines.ts';

const HELP = `Usage: npm run -s compare-builds -- OLD_DIST NEW_DIST
Compares two builds of the site, page by page: texts in their order, and roles, landmarks, headings, links and controls
with their accessible names and attributes. Files of data are compared by their bytes. Names of built scripts and style
sheets are left out, and so is what they do and how pages look.
Prints each page and file that differs, and ends with 1 where there is one.`;

/** More lines of a page than these are not printed. */
const MAX_LINES = 6;

export const main = command(HELP, (args, io) => {
  const { positionals } = readArguments(() =>
    parseArgs({ args, allowPositionals: true, options: { help: { type: 'boolean', default: false } } }),
  );
  if (positionals.length !== 2) badArgument('Give the folders of two builds.');
  const [before, after] = positionals.map((path) => buildAt(path, io.cwd)) as [string, string];
  const [old, now] = [filesOfBuild(before), filesOfBuild(after)];

  const differing = [
    ...aloneIn(old.pages, now.pages, 'only in the old build'),
    ...aloneIn(now.pages, old.pages, 'only in the new build'),
    ...aloneIn(old.data, now.data, 'only in the old build'),
    ...aloneIn(now.data, old.data, 'only in the new build'),
    ...old.pages.filter((path) => now.pages.includes(path)).flatMap((path) => pageThatDiffers(before, after, path)),
    ...old.data
      .filter((path) => now.data.includes(path) && !haveSameData(join(before, path), join(after, path)))
      .map((path) => `${path}: other data`),
  ];
  for (const said of differing) complainLines(io, said);
  printLines(
    io,
    `${counted(old.pages.length, 'page')} and ${counted(old.data.length, 'file')} of data compared, ${counted(differing.length, 'difference')}`,
    `scripts and style sheets: ${sizeOf(before, old.programs)}, then ${sizeOf(after, now.programs)}`,
  );
  return differing.length > 0 ? 1 : 0;
});

/** The folder of a build, which has a page at its root. */
function buildAt(path: string, cwd: string): string {
  const folder = resolve(cwd, path);
  fromArgument(`${path}: there is no build of the site.`, kindOf(join(folder, 'index.html')));
  return folder;
}

const aloneIn = (paths: readonly string[], others: readonly string[], where: string) =>
  paths.filter((path) => !others.includes(path)).map((path) => `${path}: ${where}`);

/** What is said of a page that is not the same in both builds: its path, and the first lines that differ. */
function pageThatDiffers(before: string, after: string, path: string): string[] {
  const [old, now] = [before, after].map((folder) => readFileSync(join(folder, path), 'utf8')) as [string, string];
  if (old === now) return [];
  const [oldLines, newLines] = [pageLines(old), pageLines(now)];
  const changes = diffArrays(oldLines, newLines).flatMap(({ added, removed, value }) =>
    added || removed ? value.map((line) => `  ${added ? '+' : '-'} ${line}`) : [],
  );
  return changes.length === 0 ? [] : [[path, ...changes.slice(0, MAX_LINES)].join('\n')];
}

const sizeOf = (folder: string, paths: readonly string[]) => {
  const bytes = paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  return `${counted(paths.length, 'file')} of ${(bytes / 1000).toFixed(0)} kB`;
};

if (import.meta.main) await runCommand(main);
