import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeText } from '#kernel/formats/text/decode-text.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { fileIssue } from '#kernel/node/file-issue.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { issueOf, kindOf, readBytes, readText } from '#kernel/node/read-file.ts';
import {
  lintMessages,
  lintPage,
  lintScreen,
  lintYaml,
  type Surroundings,
} from '#library/content/use-cases/lint-authored.ts';
import { type AllowedFor, earlierMarket, lintJson, lintLines } from '#library/content/use-cases/lint-generated.ts';
import { loadAllowedWords } from '#library/content/use-cases/load-allowed-words.ts';
import { REPORT_PRINTS_FILE } from '#library/content/use-cases/load-library.ts';
import { checkReviewSets, REVIEW_SETS } from '#library/content/use-cases/review-sets.ts';
import { screenFiles } from '#library/content/use-cases/screen-files.ts';
import { ABOUT_FILES } from '#market/documents/use-cases/about-files.ts';
import { PUBLIC } from '#market/documents/use-cases/market-files.ts';
import { hostsIn } from '#safety/content/model/check-domains.ts';
import { lintText } from '#safety/content/model/lint-text.ts';
import { readReportPrints } from '#safety/content/model/report-runs.ts';
import { loadPeopleIn } from './authoring/gazetteer.ts';
import { badArgument, command, failWithIssues, fromArgument, readArguments } from './command/command-line.ts';
import { counted } from './command/counted.ts';
import { printIssue, printSlip } from './command/print-issue.ts';
import { complainLines, printJson, printLines } from './command/print-text.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s lint-content -- [FILE|FOLDER...] [--json]
Checks texts against the rules of content safety: markets (.json), ads and records of a market (.ndjson, beside
their market.json; tables in other formats hold the same rows), cases, keys, the catalogue and reviews of sets (.yaml), lessons (.mdx), screens (.astro, and
.json below words/), and any other text (.txt) as if it was pasted. Without a file all shipped content is checked.
A file is in UTF-8, or in UTF-16 with a byte order mark; one in another encoding is refused, because its words could not
be found.
Ends with 1 where a text is refused; warnings alone are no refusal.
  --json   print the issues as JSON`;

/** Path of the messages of the screens: those of all doors, and those of a kind, which lie with it. */
const MESSAGES = /[\\/](?:i18n|kinds[\\/][^\\/]+)[\\/]words[\\/]/;

/** Shipped folders with authored texts. The screens have theirs in many folders: see `screenFiles`. */
const SHIPPED = ['content', 'scenarios'];

/** Maximum file size in bytes, by ending: for files that the kit generates, and for authored ones. */
const MAX_BYTES: Readonly<Record<string, number>> = {
  '.json': 60_000_000,
  '.ndjson': 60_000_000,
  // The longest page has about 20 kB.
  '.astro': 400_000,
};
const MAX_OF_AUTHORED = 4_000_000;

/** Endings of the files that are read. */
const ENDINGS = ['.json', '.ndjson', '.yaml', '.astro', '.mdx', '.txt'] as const;
type Ending = (typeof ENDINGS)[number];
const isRead = (file: string) => ENDINGS.some((ending) => ending === extname(file));

type Reader = (text: string, file: string) => readonly Issue[];

export const main = command(HELP, (args, io) => {
  const { values, positionals } = readArguments(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    }),
  );
  const readers = createReaders(io.cwd);
  const files = positionals.length > 0 ? positionals.flatMap((path) => filesAt(path, io.cwd)) : shippedFiles();

  const issues = files.flatMap((file) => {
    const name = relative(io.cwd, file) || file;
    const read = readInAnyEncoding(file, name);
    if (!read.ok) return read.issues;
    return isRead(file) ? readers[extname(file) as Ending](read.value, name) : [];
  });
  const refused = issues.filter(({ severity }) => severity === 'error').length;
  if (values.json)
    printJson(io, {
      schema: 'issues/1',
      files: files.length,
      issues: issues.map((issue) => ({ ...issue, text: printIssue(issue) })),
    });
  else {
    for (const issue of issues) complainLines(io, printSlip(issue));
    printLines(
      io,
      `${counted(files.length, 'file')} read, ${refused === 0 ? 'nothing to mend' : counted(refused, 'finding')}`,
    );
  }
  return refused > 0 ? 1 : 0;
});

/** Why a file is no text, as the code of the issue. */
const NO_TEXT = {
  'utf-16-without-mark': 'file.utf-16-without-mark',
  'utf-32': 'file.utf-32',
  broken: 'file.wrong-encoding',
} as const;

/** The text of a file in UTF-8 or UTF-16, or why it cannot be read. `name` is the file as its user knows it. */
function readInAnyEncoding(file: string, name: string): Parsed<string> {
  const read = readBytes(file, MAX_BYTES[extname(file)] ?? MAX_OF_AUTHORED);
  const placed = (issue: Issue, line = 1): Issue => ({ ...issue, position: { file: name, line, column: 1 } });
  if (!read.ok) return { ok: false, issues: read.issues.map((issue) => placed(issue)) };
  const decoded = decodeText(read.value);
  return decoded.ok
    ? { ok: true, value: decoded.text }
    : { ok: false, issues: [placed(fileIssue(name, NO_TEXT[decoded.reason]), decoded.line)] };
}

/** The reader for each file ending. File names are relative to the folder `cwd`. */
function createReaders(cwd: string): Readonly<Record<Ending, Reader>> {
  const project = createProjectFiles(ROOT);
  /** Reference data for the rules: hosts of cited sources, real places, and the words of the report. */
  const surroundings: Surroundings = {
    sourceHosts: hostsIn(project.read('content/sources.yaml') ?? ''),
    reportRuns: readReportPrints(project.read(REPORT_PRINTS_FILE) ?? ''),
    peopleIn: loadPeopleIn(),
  };
  const allowedFor: AllowedFor = (profile) => loadAllowedWords(project, profile);
  /** Checks the review of a set of this project against its current texts. */
  const checkReviewsOf = (file: string) => {
    const path = relative(ROOT, resolve(cwd, file)).replaceAll('\\', '/');
    return checkReviewSets(
      project,
      REVIEW_SETS.filter((set) => path === `content/reviews/${set}.yaml`),
    );
  };
  const isMessages = (file: string) => MESSAGES.test(resolve(cwd, file));
  return {
    '.json': (text, file) =>
      isMessages(file) ? lintMessages(text, file, surroundings) : lintJson(text, file, allowedFor),
    '.ndjson': (text, file) => lintPart(text, file, cwd, allowedFor),
    '.yaml': (text, file) => [...lintYaml(text, file, surroundings), ...checkReviewsOf(file)],
    '.astro': (text, file) => lintScreen(text, file, surroundings),
    '.mdx': (text, file) => lintPage(text, file, surroundings),
    '.txt': (text, file) => lintText(text, { kind: 'pasted', file, compared: surroundings }),
  };
}

/** All files with shipped texts: what is authored, and the words of the screens. */
export function shippedFiles(): string[] {
  const authored = SHIPPED.flatMap((folder) => filesAt(join(ROOT, folder), ROOT));
  const screens = screenFiles(createProjectFiles(ROOT)).filter(isRead);
  return [...authored, ...screens.map((file) => join(ROOT, file)).sort()];
}

/** The files at a path: the file itself, or all readable files below the folder. */
function filesAt(path: string, cwd: string): string[] {
  const full = resolve(cwd, path);
  // An empty name would mean the current folder, but comes from an empty variable in a script, so it is refused.
  const kind = fromArgument(`${path || '""'}: there is no such file or folder.`, kindOf(path && full));
  if (kind === 'file')
    return isRead(full)
      ? [full]
      : badArgument(`${path}: files of this kind are not read. Known: ${ENDINGS.join(', ')}.`);
  const found = namesBelow(full)
    .map((name) => join(full, name))
    .filter((file) => isRead(file) && !isAbout(file) && !isFolder(file));
  return found.length > 0 ? found.sort() : badArgument(`${path}: there is nothing in it that is read.`);
}

/** True for files that tell about other files and contain none of their texts: JSON Schemas, and those beside a market. */
const isAbout = (file: string) =>
  file.endsWith('.schema.json') || Object.values<string>(ABOUT_FILES).includes(basename(file));

function namesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    return failWithIssues([issueOf(error, folder)]);
  }
}

/** False for an inaccessible path: it is then read as a file, and refused there. */
function isFolder(file: string): boolean {
  const kind = kindOf(file);
  return kind.ok && kind.value === 'folder';
}

/**
 * Checks one file of lines of a market. Its allowed words come from the market.json in its folder, or in the public folder
 * beside that.
 */
function lintPart(text: string, file: string, cwd: string, allowedFor: AllowedFor): readonly Issue[] {
  const apart = join(dirname(file), '..', PUBLIC, 'market.json');
  const header = kindOf(apart, cwd).ok ? apart : join(dirname(file), 'market.json');
  const read = readText(header, MAX_BYTES['.json'] ?? 0, cwd);
  if (!read.ok) return read.issues;
  if (/"schema" ?: ?"market\/1"/.test(read.value)) return [earlierMarket(header)];
  const profile = /"profile" ?: ?"([A-Z]{3})"/.exec(read.value)?.[1];
  if (profile === undefined) return [notThere(header)];
  const allowed = allowedFor(profile);
  return allowed.ok ? lintLines(text, file, allowed.value) : allowed.issues;
}

function notThere(file: string): Issue {
  return {
    code: 'file.missing',
    severity: 'error',
    path: [],
    params: { file },
    position: { file, line: 1, column: 1 },
  };
}

if (import.meta.main) await runCommand(main);
