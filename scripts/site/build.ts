import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LOCALES, SOURCE } from '#i18n/locales.ts';
import { digestFiles } from '../command/digest-files.ts';
import { ROOT } from '../command/root.ts';

export const DIST = join(ROOT, 'dist');

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

type Outcome = 'built' | 'unchanged' | 'failed';

/**
 * Builds where needed and says what it did; the output of Astro goes to the terminal. It is the site of every locale that is
 * shipped, or that of LOCALE alone. The source comes first: its folder holds those of the others, and is emptied for it.
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

/** Builds the site of one locale into a folder, with the messages of another folder than its own where one is named. */
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
