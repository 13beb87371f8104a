import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LOCALES, SOURCE } from '#i18n/locales.ts';
import { digestFiles } from '../command/digest-files.ts';
import { ROOT } from '../command/root.ts';
import { casesToPack } from './built-folders.ts';

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

/** When the packed cases are made: with the site, or later by the program that serves it. */
type Packing = 'now' | 'later';

/** The locales that are built: all shipped ones, or that of LOCALE. */
const localesToBuild = () => (process.env.LOCALE ? [process.env.LOCALE] : LOCALES);

const folderOf = (locale: string) => (locale === SOURCE ? DIST : join(DIST, locale));

/** The folders of the sites that are built, each of one locale. */
export const siteFolders = (): string[] => localesToBuild().map(folderOf);

/**
 * Builds the sites of all shipped locales, or only that of LOCALE, where needed, and returns what was done. Astro's
 * output goes to the terminal. The source locale comes first: building it empties its folder, which contains those of
 * the others.
 */
export async function buildSite({ force = false, packing = 'now' as Packing } = {}): Promise<Outcome> {
  const done: Outcome[] = [];
  for (const locale of localesToBuild()) {
    done.push(await buildLocale(locale, folderOf(locale), { force, packing }));
    if (done.at(-1) === 'failed') return 'failed';
  }
  return done.includes('built') ? 'built' : 'unchanged';
}

interface LocaleOrder {
  readonly force: boolean;
  readonly packing?: Packing;
  /** Replaces the folder of its messages. */
  readonly messages?: string;
}

/** Builds the site of one locale into a folder. */
export async function buildLocale(
  locale: string,
  folder: string,
  { force, packing = 'now', messages }: LocaleOrder,
): Promise<Outcome> {
  const stamp = join(folder, '.built-from');
  const inputs = digestFiles(ROOT, INPUTS, `BASE_PATH=${process.env.BASE_PATH ?? ''}`, `LOCALE=${locale}`);
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs)
    return packing === 'now' && (await packWhatIsLeft(folder)) > 0 ? 'built' : 'unchanged';
  const env = {
    ...toolEnvironment(),
    OUT_DIR: folder,
    LOCALE: locale,
    PACK_CASES: packing,
    ...(messages && { MESSAGES_FOLDER: messages }),
  };
  const { status } = spawnSync('astro build', { cwd: ROOT, stdio: 'inherit', shell: true, env });
  if (status !== 0) return 'failed';
  writeFileSync(stamp, inputs);
  return 'built';
}

/** Packs the cases that a server has not packed yet; returns their number. */
async function packWhatIsLeft(folder: string): Promise<number> {
  if (casesToPack(folder).length === 0) return 0;
  // The packer brings a bundler, which takes a second to load and is rarely needed.
  const { createCasePacker } = await import('../astro/pack/case-packer.ts');
  return (await createCasePacker(folder).packAll()).count;
}
