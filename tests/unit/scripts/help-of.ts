import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/builders/the-library.ts';
import { NPM_SCRIPTS } from '../../support/readmes.ts';
import { run } from './a-command.ts';

/**
 * The help of the command that an npm script runs; empty where it runs another program. A command that has to run before
 * anything is installed says its usage at its head.
 */
export async function helpOf(name: string): Promise<string> {
  const [, file = ''] = /^node scripts\/([\w-]+\.(?:ts|mjs))/.exec(NPM_SCRIPTS[name] ?? '') ?? [];
  if (file.endsWith('.mjs')) return readFileSync(join(ROOT, 'scripts', file), 'utf8').split('*/')[0] ?? '';
  return file === '' ? '' : (await run(file, ['--help'])).out;
}
