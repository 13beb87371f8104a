import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LOCALES, SOURCE } from '#i18n/locales.ts';
import { digestFiles } from '../command/digest-files.ts';
import { ROOT } from '../command/root.ts';

export const DIST = join(ROOT, 'dist');

/** Inputs of the build: files and folders that a page can depend on, and the base path of the site. */
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

/** Environment for child processes: installed programs first in the path, telemetry disabled. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  const bin = join(ROOT, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ASTRO_TELEMETRY_DISABLED: '1' };
}

type Outcome = 'built' | 'unchanged' | 'failed';

/**
 * Builds the sites of all shipped locales, or only that of LOCALE, where needed, and returns what was done. Astro's
 * output goes to the terminal. The source locale comes first: building it empties its folder, which contains those of
 * the others.
 */
export function buildSite(force = false): Outcome {
  const wanted = process.env.LOCALE ? [process.env.LOCALE] : LOCALES;
  const done: Outcome[] = [];
  for (const locale of wanted) {
    done.push(buildLocale(locale, locale === SOURCE ? DIST : join(DIST, locale), force));
    if (done.at(-1) === 'failed') return 'failed';
  }
  return done.includes('built') ? 'built' : 'unchanged';
}

/** Builds the site of one locale into a folder; `messages` optionally replaces the folder of its messages. */
export function buildLocale(locale: string, folder: string, force: boolean, messages?: string): Outcome {
  const stamp = join(folder, '.built-from');
  const inputs = digestFiles(ROOT, INPUTS, `BASE_PATH=${process.env.BASE_PATH ?? ''}`, `LOCALE=${locale}`);
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return 'unchanged';
  const env = { ...toolEnvironment(), OUT_DIR: folder, LOCALE: locale, ...(messages && { MESSAGES_FOLDER: messages }) };
  const { status } = spawnSync('astro build', { cwd: ROOT, stdio: 'inherit', shell: true, env });
  if (status !== 0) return 'failed';
  writeFileSync(stamp, inputs);
  return 'built';
}
