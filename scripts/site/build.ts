import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { digestFiles } from '../command/digest-files.ts';
import { ROOT } from '../command/root.ts';

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
