import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from './builders/the-library.ts';

/** An author's case that was packed and sealed. */
export interface PackedOwnCase {
  readonly file: string;
  readonly html: string;
  /** The words of each release. */
  readonly words: readonly string[];
}

/** Strings that stand in the key and in the seed of the case, and in no other place. */
export const PLANTED = { key: 'planted-in-the-key-6r2w', seed: 'planted-in-the-seed-8d4m' } as const;

/** Writes a small case of its own below a folder and seals it, by the commands of the kit and with the site in dist/. */
export function packOwnCase(home: string, ...more: readonly string[]): PackedOwnCase {
  call('new-scenario.ts', home, 'own-case', '--in', home);
  edit(join(home, 'own-case', 'scenario.yaml'), 'seed: own-case', `seed: ${PLANTED.seed}`);
  edit(join(home, 'own-case', 'key.yaml'), 'reason: A time is named', `reason: ${PLANTED.key}. A time is named`);
  call('pack-case.ts', home, 'own-case', '--sealed', '--no-build', '--out', 'own.html', ...more);
  const file = join(home, 'own.html');
  const sheet = readFileSync(join(home, 'own-release-words.txt'), 'utf8');
  const words = [...sheet.matchAll(/^\d+\. .*\n {3}(.+)$/gm)].map(([, line = '']) => line);
  return { file, html: readFileSync(file, 'utf8'), words };
}

/** The blocks of data of a packed page by name, as text. */
export function blocksIn(html: string): Map<string, string> {
  const blocks = html.matchAll(/<script type="text\/plain" data-file="([^"]*)">([^<]*)<\/script>/g);
  return new Map(
    [...blocks].map(([, name = '', data = '']) => [name, gunzipSync(Buffer.from(data, 'base64')).toString()]),
  );
}

function call(script: string, cwd: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts', script), ...args], {
    cwd,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} ends with ${status}: ${stderr}`);
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}.`);
  writeFileSync(file, text.replace(from, to));
}
