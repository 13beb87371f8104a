import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { bagFiles } from '#evidence/locker/use-cases/pack-locker.ts';
import { NONCE, SAY } from '../support/builders/a-locker.ts';

/** True where the machine has this program; what needs it is else skipped, and counted as not run. */
export function has(program: string, ...args: readonly string[]): boolean {
  return spawnSync(program, args.length > 0 ? args : ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Runs a program of others and gives what it said and how it ended. */
export function run(cwd: string, program: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

/** A new folder outside the project. */
export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'checkathon-conformance-'));

/** Writes the bag of a locker as files into a folder. */
export async function writeBagTo(folder: string, locker: Locker): Promise<void> {
  for await (const { path, chunks } of bagFiles(locker, SAY, { nonce: NONCE })) {
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks) parts.push(chunk);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), Buffer.concat(parts));
  }
}

const REPLAY = 'replaywebpage@2.5.3';

/** The folder of ReplayWeb.page, fetched once into a folder outside the project; undefined where the registry cannot be reached. */
export function replayWebPage(): string | undefined {
  const folder = join(tmpdir(), `checkathon-${REPLAY.replace('@', '-')}`);
  const files = join(folder, 'package');
  if (existsSync(join(files, 'sw.js'))) return files;
  mkdirSync(folder, { recursive: true });
  if (run(folder, 'npm', 'pack', '--silent', REPLAY).status !== 0) return undefined;
  return run(folder, 'tar', 'xzf', `${REPLAY.replace('@', '-')}.tgz`).status === 0 ? files : undefined;
}
