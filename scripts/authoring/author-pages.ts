import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { digestFiles } from '../command/digest-files.ts';
import { ROOT } from '../command/root.ts';
import { toolEnvironment } from '../site/build.ts';

/** What the page of the studio over a folder is made from. No case and no text of the library is among it. */
const INPUTS = [
  'src',
  'scripts/astro',
  'scripts/authoring/folder-path.ts',
  'astro.config.mjs',
  'svelte.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/**
 * Builds the page of the studio over a folder where its code has changed, and returns the folder in which it lies, below
 * `cache`. Undefined where it cannot be built: `say` then gets the output of the build. `begins` is called before a build.
 */
export function buildAuthorPages(cache: string, begins: () => void, say: (output: string) => void): string | undefined {
  const { LOCALE = '', MESSAGES_FOLDER = '' } = process.env;
  const name = `pages-${digestFiles(ROOT, INPUTS, LOCALE, MESSAGES_FOLDER).slice(0, 16)}`;
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  begins();
  mkdirSync(cache, { recursive: true });
  const aside = `${folder}.${process.pid}.part`;
  const root = join(cache, 'root');
  mkdirSync(root, { recursive: true });
  const astro = join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const config = join(ROOT, 'scripts', 'astro', 'folder-studio.config.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [astro, 'build', '--root', root, '--config', relative(root, config)],
    { cwd: ROOT, encoding: 'utf8', env: { ...toolEnvironment(), OUT_DIR: aside } },
  );
  if (status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    say(`${stdout}${stderr}`);
    return undefined;
  }
  // Another program may have built the same meanwhile.
  if (existsSync(folder)) rmSync(aside, { recursive: true });
  else renameSync(aside, folder);
  for (const other of readdirSync(cache).filter((file) => file.startsWith('pages-') && file !== name))
    if (!isBeingBuilt(other)) rmSync(join(cache, other), { recursive: true, force: true });
  return folder;
}

/** True for the folder of a build of another program that still runs. One that was ended leaves its folder behind. */
function isBeingBuilt(folder: string): boolean {
  const [, program] = /\.(\d+)\.part$/.exec(folder) ?? [];
  if (program === undefined) return false;
  try {
    // Signal 0 asks whether the program is there.
    return process.kill(Number(program), 0);
  } catch {
    return false;
  }
}
