import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { parseWith } from '#app/library/parse-with.ts';
import { findRealPlaces } from '#app/library/real-places.ts';
import type { Issue } from '#core/kernel/issue.ts';
import { MarketProfileSchema } from '#core/market/schemas.ts';
import { badArgument, failWithIssues, readArguments } from './command-line.ts';
import { isRealPlace } from './gazetteer.ts';

const HELP = `Usage: node scripts/check-places.ts [FILE...]
Looks up every place, site and owner of market profiles in a list of the towns and countries of the world.
Without a file all profiles of content/markets are checked. Ends with 1 where a name is real or a file is refused.`;

const { positionals } = readArguments(HELP, () =>
  parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', default: false } } }),
);
const here = process.cwd();
const files = createProjectFiles(here);
const missing = positionals.find((path) => !existsSync(resolve(path)));
if (missing !== undefined) badArgument(HELP, `${missing}: there is no such file.`);

const paths = positionals.length > 0 ? positionals.map((path) => resolve(path)) : shippedProfiles();
const parsed = paths.map((path) => {
  const file = relative(here, path);
  return parseWith(MarketProfileSchema, files.read(file) ?? '', file);
});
const issues: readonly Issue[] = [
  ...parsed.flatMap((profile) => (profile.ok ? [] : profile.issues)),
  ...findRealPlaces(
    parsed.flatMap((profile) => (profile.ok ? [profile.value] : [])),
    isRealPlace,
  ),
];
if (issues.length > 0) failWithIssues(issues);
process.stdout.write(`${paths.length === 1 ? '1 profile' : `${paths.length} profiles`} checked, no real place\n`);

function shippedProfiles(): string[] {
  const root = resolve(import.meta.dirname, '..');
  return createProjectFiles(root)
    .list('content/markets')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => resolve(root, 'content/markets', name));
}
