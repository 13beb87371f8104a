import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/builders/the-library.ts';
import { aFolder } from './a-command.ts';

/** What a build reads, and nothing that it writes. */
const PROJECT = [
  'astro.config.mjs',
  'package.json',
  'svelte.config.js',
  'tsconfig.json',
  'content',
  'scenarios',
  'scripts',
  'src',
];

/** The project in a folder of its own, with the installed libraries of this one. */
function aProject(): string {
  const folder = aFolder();
  for (const name of PROJECT) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function build(folder: string): Promise<{ code: number; said: string }> {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', OUT_DIR: join(folder, 'dist') };
  const astro = join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs');
  return new Promise((resolve) => {
    execFile(process.execPath, [astro, 'build'], { cwd: folder, env, encoding: 'utf8' }, (error, _, said) => {
      resolve({ code: error ? Number(error.code) : 0, said });
    });
  });
}

describe('a build with faults in authored files', () => {
  it('names the faults of all files at once, without a stack trace, and writes no page', async () => {
    const folder = aProject();
    const rename = (path: string, from: string, to: string) => {
      const file = join(folder, path);
      const text = readFileSync(file, 'utf8');
      expect(text).toContain(from);
      writeFileSync(file, text.replace(from, to));
    };
    rename('content/indicators/shared-phone.yaml', '\nstrength:', '\nstrenght:');
    rename('content/markets/buy.yaml', 'summary:', 'sumary:');
    rename('content/lexicon/en.yaml', '\nrooms:', '\nroms:');
    rename('scenarios/quiet-number/scenario.yaml', '\ntitle:', '\ntitel:');
    rename('scenarios/quiet-number/key.yaml', 'rating: good', 'rating: god');

    const { code, said } = await build(folder);

    expect(code).toBe(1);
    for (const place of [
      /content\/indicators\/shared-phone\.yaml:\d+:1 schema\.unknown-field-near .*"strength"/,
      /content\/markets\/buy\.yaml:\d+:1 schema\.unknown-field-near .*"summary"/,
      /content\/lexicon\/en\.yaml:\d+:1 schema\.unknown-field-near .*"rooms"/,
      /scenarios\/quiet-number\/scenario\.yaml:\d+:1 schema\.unknown-field-near .*"title"/,
      /scenarios\/quiet-number\/key\.yaml:\d+:\d+ schema\.not-one-of /,
    ]) {
      expect(said).toMatch(place);
    }
    expect(said).not.toMatch(/^\s+at /m);
    expect(existsSync(join(folder, 'dist', 'index.html'))).toBe(false);
  });
});
