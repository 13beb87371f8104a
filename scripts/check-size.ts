/**
 * Budgets of the built site: the bytes that a case page loads before the first decision, no scripts on text pages, and
 * one style sheet per page. Sizes are those of brotli at its highest level, as a good host sends them. Packed cases are
 * counted apart, as they lie on a disk.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { isPackedPlace, PACKED_BUDGET } from '#design/screens/links/packed-place.ts';
import { command, readArguments } from './command/command-line.ts';
import { complain, printLines } from './command/print-text.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { BACK_SCRIPT, FOLDER_SCRIPT } from './site/folder-script.ts';

/** The largest page has 45.0 KB. The hashes in the names of files alone move it by some ten bytes from build to build. */
const FIRST_DECISION_BUDGET = 46 * 1024;

/** Text pages with an exercise, a drawing or a search, which may load scripts. */
const SCRIPTED_PAGES = [
  /^(?:facilitate\/)?cases\/[^/]+\/index\.html$/,
  /^facilitate\/cases\/[^/]+\/print\/index\.html$/,
  /^learn\/[^/]+\/index\.html$/,
  /^library\/recommendations\/index\.html$/,
  /^help\/index\.html$/,
  /^search\/index\.html$/,
  /^evidence\/(?:drill\/)?index\.html$/,
  /^facilitate\/review\/[^/]+\/index\.html$/,
  /^facilitate\/room\/(?:board\/|screen\/)?index\.html$/,
  /^judges\/(?:again|portfolio|track\/[^/]+)\/index\.html$/,
  /^market\/index\.html$/,
  /^practise\/(?:again\/)?index\.html$/,
  /^room\/index\.html$/,
];

/** The studio writes cases, and needs more of the kit than a page that plays one; it has a budget of its own. */
const STUDIO_PAGE = /^studio\/index\.html$/;
const STUDIO_BUDGET = 302 * 1024;

/** A pattern that identifies each library; none may be loaded before the first decision. */
const NOT_BEFORE_THE_FIRST_DECISION: Readonly<Record<string, RegExp>> = {
  zod: /Invalid input: expected/,
  Faker: /fakerjs\.dev/,
  yaml: /YAMLParseError/,
  CEL: /no_such_overload|No such overload/i,
  'a key': /"rating"|key-decision\/1/,
};

/** Names that occur only in the planting rules, which must be neither rendered nor indexed (rule C17). */
const PLANTING_RULES = /falseBridge|no tool's thresholds|lowPrice/;

const HELP = `Usage: npm run -s check-size
Checks the pages of the built site against their budgets. Ends with 1 where a budget is exceeded.`;

const compressed = new Map<string, number>();

/** Bytes of a script as it is sent. Many pages load the same ones, and each is compressed once. */
function compressedSize(script: string): number {
  const known = compressed.get(script);
  if (known !== undefined) return known;
  const size = brotliCompressSync(readFileSync(script)).length;
  compressed.set(script, size);
  return size;
}

export const main = command(HELP, (args, io) => {
  readArguments(() => parseArgs({ args, options: { help: { type: 'boolean', default: false } } }));
  const dist = resolve(ROOT, process.env.OUT_DIR ?? 'dist');
  const problems: string[] = [];
  const found = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.html'));
  const packed = found.filter(isPackedPlace);
  const pages = found.filter((path) => !isPackedPlace(path));

  for (const page of pages) {
    const html = readFileSync(join(dist, page), 'utf8').replace(FOLDER_SCRIPT, '').replace(BACK_SCRIPT, '');
    const scripts = firstScripts(html, page, dist);
    // A page with inlined critical CSS links the style sheet inside <noscript> a second time.
    const scripted = html.replace(/<noscript>.*?<\/noscript>/gs, '');
    const sheets = scripted.match(/<link[^>]*rel="stylesheet"/g)?.length ?? 0;
    if (sheets !== 1) problems.push(`${page} links ${sheets} style sheets; each further one delays the first paint.`);
    const isStudio = STUDIO_PAGE.test(page);
    if (!isStudio && !SCRIPTED_PAGES.some((pattern) => pattern.test(page))) {
      if (scripts.size > 0 || /<script(?![^>]*type="application\/(?:ld\+)?json")/.test(html))
        problems.push(`${page} loads a script; a text page loads none.`);
      continue;
    }
    const bytes = [...scripts].map(compressedSize);
    const inline = [...html.matchAll(/<script(?![^>]*src=)[^>]*>([^<]*)<\/script>/g)].map(
      (match) => brotliCompressSync(Buffer.from(match[1] ?? '')).length,
    );
    const total = [...bytes, ...inline].reduce((sum, size) => sum + size, 0);
    printLines(
      io,
      `${page}: ${(total / 1024).toFixed(1)} KB of script in ${scripts.size} files before the first decision`,
    );
    const budget = isStudio ? STUDIO_BUDGET : FIRST_DECISION_BUDGET;
    if (total > budget)
      problems.push(`${page} needs ${total} bytes of script before the first decision, more than ${budget}.`);
    for (const script of isStudio ? [] : scripts) {
      const text = readFileSync(script, 'utf8');
      for (const [what, pattern] of Object.entries(NOT_BEFORE_THE_FIRST_DECISION)) {
        if (pattern.test(text))
          problems.push(`${page} loads ${what} before the first decision, in ${relative(dist, script)}.`);
      }
    }
  }
  const weights = packed.map((path) => ({ path, bytes: statSync(join(dist, path)).size }));
  for (const { path, bytes } of weights)
    if (bytes > PACKED_BUDGET) problems.push(`${path} has ${bytes} bytes, more than ${PACKED_BUDGET}.`);
  const heaviest = Math.max(0, ...weights.map(({ bytes }) => bytes));
  printLines(io, `${packed.length} packed cases, the largest ${(heaviest / 1e6).toFixed(2)} MB`);
  if (pages.length > 0 && packed.length === 0)
    problems.push('No case is packed: the page for facilitators offers each.');
  for (const path of [...pages, 'search/index.json']) {
    if (existsSync(join(dist, path)) && PLANTING_RULES.test(readFileSync(join(dist, path), 'utf8')))
      problems.push(`${path} shows how signs are planted, which no reader is to learn.`);
  }
  if (pages.length === 0) problems.push(`There is no page in ${dist}. Build the site first.`);
  for (const problem of problems) complain(io, problem);
  return problems.length > 0 ? 1 : 0;
});

/** Script files of a page with their static imports, transitively; without dynamic imports. */
function firstScripts(html: string, page: string, dist: string): Set<string> {
  const named = [...html.matchAll(/(?:src|component-url|renderer-url|before-hydration-url)="([^"]+\.js)"/g)].map(
    (match) => match[1] as string,
  );
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(file) || !existsSync(file)) return;
    found.add(file);
    for (const match of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g))
      follow(resolve(file, '..', match[1] as string));
  };
  for (const address of named)
    follow(address.startsWith('/') ? join(dist, address) : resolve(dist, page, '..', address));
  return found;
}

if (import.meta.main) await runCommand(main);
