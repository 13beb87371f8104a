import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { ROOT } from '../../support/builders/the-library.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder outside the project, gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
  folders.push(folder);
  return folder;
}

/** Runs a command of the kit as a person does, from a folder of their own. */
export function run(script: string, args: readonly string[] = [], cwd = aFolder()): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: join(ROOT, '.cache', 'node-compile') };
    const options = { cwd, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
    execFile(process.execPath, [join(ROOT, 'scripts', script), ...args], options, (error, out, said) => {
      resolve({ code: error ? Number(error.code) : 0, out, said });
    });
  });
}
