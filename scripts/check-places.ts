import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { findRealPlaces } from '#library/content/use-cases/real-places.ts';
import { MarketProfileSchema } from '#market/ads/model/schemas.ts';
import { loadIsRealPlace } from './authoring/gazetteer.ts';
import { badArgument, command, failWithIssues, readArguments } from './command/command-line.ts';
import { counted } from './command/counted.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';

const HELP = `Usage: npm run -s check-places -- [FILE...]
Looks up every place, site and owner of market profiles in a list of the towns and countries of the world.
Without a file all profiles of content/markets are checked. Ends with 1 where a name is real or a file is refused.`;

export const main = command(HELP, (args, io) => {
  const { positionals } = readArguments(() =>
    parseArgs({ args, allowPositionals: true, options: { help: { type: 'boolean', default: false } } }),
  );
  const files = createProjectFiles(io.cwd);
  const missing = positionals.find((path) => !existsSync(resolve(io.cwd, path)));
  if (missing !== undefined) badArgument(`${missing}: there is no such file.`);

  const paths = positionals.length > 0 ? positionals.map((path) => resolve(io.cwd, path)) : shippedProfiles();
  const parsed = paths.map((path) => {
    const file = relative(io.cwd, path);
    return parseWith(MarketProfileSchema, files.read(file) ?? '', file);
  });
  const issues: readonly Issue[] = [
    ...parsed.flatMap((profile) => (profile.ok ? [] : profile.issues)),
    ...findRealPlaces(
      parsed.flatMap((profile) => (profile.ok ? [profile.value] : [])),
      loadIsRealPlace(),
    ),
  ];
  if (issues.length > 0) failWithIssues(issues);
  io.out(`${counted(paths.length, 'profile')} checked, no real place\n`);
  return 0;
});

function shippedProfiles(): string[] {
  return createProjectFiles(ROOT)
    .list('content/markets')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(ROOT, 'content/markets', name));
}

if (import.meta.main) await runCommand(main);
