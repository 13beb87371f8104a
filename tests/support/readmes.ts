import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './builders/the-library.ts';

/** Folders that a command writes or installs; the guides say nothing of what is in them. */
const MADE = new Set([
  '.astro',
  '.cache',
  '.git',
  '.svelte-check',
  'dist',
  'node_modules',
  'playwright-report',
  'test-results',
]);

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return MADE.has(entry.name) ? [] : filesBelow(path);
  });
}

/** Every file of the project, from its root. */
export const PROJECT_FILES: readonly string[] = filesBelow('').toSorted();

/** The guides of the project: README files, CONTRIBUTING.md, and reasons that stand beside the code. */
export const GUIDES: readonly string[] = PROJECT_FILES.filter(
  (file) => file.endsWith('.md') && !file.endsWith('LICENSE.md'),
);

/** A line of a guide. */
export interface GuideLine {
  readonly file: string;
  readonly number: number;
  readonly text: string;
}

/** How a test names a line, so that a failure shows this line and not the whole page. */
export const told = ({ file, number, text }: GuideLine, why = ''): string =>
  `${file}:${number}${why && ` ${why}`}: ${text.trim()}`;

/** The lines of a guide, numbered from 1. */
export const linesOf = (file: string): GuideLine[] =>
  readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .map((text, at) => ({ file, number: at + 1, text }));

/** A code block: the word behind its fence, and its lines. */
export interface CodeBlock {
  readonly language: string;
  readonly lines: readonly GuideLine[];
}

interface Parted {
  readonly prose: readonly GuideLine[];
  readonly blocks: readonly CodeBlock[];
}

/** The prose of a guide, and its code blocks. */
export function partsOf(file: string): Parted {
  const prose: GuideLine[] = [];
  const blocks: { language: string; lines: GuideLine[] }[] = [];
  let open: (typeof blocks)[number] | undefined;
  for (const line of linesOf(file)) {
    const fence = /^\s*```(\w*)/.exec(line.text);
    if (fence && open) open = undefined;
    else if (fence) {
      open = { language: fence[1] ?? '', lines: [] };
      blocks.push(open);
    } else (open?.lines ?? prose).push(line);
  }
  return { prose, blocks };
}

/** What stands between backticks in the prose of a guide, with its line. */
export const codeInProse = (file: string): { readonly code: string; readonly line: GuideLine }[] =>
  partsOf(file).prose.flatMap((line) => [...line.text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => ({ code, line })));

/** The rows of the tables whose first column has this name, as their cells. */
export function rowsUnder(
  file: string,
  column: string,
): { readonly cells: readonly string[]; readonly line: GuideLine }[] {
  let inside = false;
  return partsOf(file).prose.flatMap((line) => {
    const cells = line.text.startsWith('|') ? line.text.split('|').slice(1, -1) : [];
    const trimmed = cells.map((cell) => cell.trim());
    if (cells.length === 0) inside = false;
    else if (trimmed[0] === column) inside = true;
    else if (inside && !/^-+$/.test(trimmed[0] ?? '')) return [{ cells: trimmed, line }];
    return [];
  });
}

/** The npm scripts of the project, and what each runs. */
export const NPM_SCRIPTS: Readonly<Record<string, string>> = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
).scripts;
