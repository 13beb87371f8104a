/**
 * Builds the site into dist/, unless everything it is made from is as it was at the last build.
 * Usage: node scripts/build-site.ts [--force]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestFiles } from './digest-files.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.built-from');

/** All that a page can depend on: files and folders, and the path below which the site will stand. */
const INPUTS = [
  'src',
  'content',
  'scenarios',
  'scripts/astro',
  'astro.config.mjs',
  'svelte.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** The environment of our own programs: the installed ones come first, and nothing is reported to anyone. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  const bin = join(ROOT, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ASTRO_TELEMETRY_DISABLED: '1' };
}

/** Builds where needed and says what it did; the output of Astro goes to the terminal. */
export function buildSite(force = false): 'built' | 'unchanged' | 'failed' {
  const inputs = digestFiles(ROOT, INPUTS, `BASE_PATH=${process.env.BASE_PATH ?? ''}`);
  if (!force && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs) return 'unchanged';
  const env = { ...toolEnvironment(), OUT_DIR: DIST };
  const { status } = spawnSync('astro build', { cwd: ROOT, stdio: 'inherit', shell: true, env });
  if (status !== 0) return 'failed';
  writeFileSync(STAMP, inputs);
  return 'built';
}

if (import.meta.main) {
  const unknown = process.argv.slice(2).filter((argument) => argument !== '--force');
  if (unknown.length > 0) {
    console.error(`Unknown argument ${unknown.join(' ')}. Usage: node scripts/build-site.ts [--force]`);
    process.exit(2);
  }
  const result = buildSite(process.argv.includes('--force'));
  if (result === 'unchanged') console.log('dist/ is up to date: nothing it is made from has changed.');
  if (result === 'failed') process.exit(1);
}
