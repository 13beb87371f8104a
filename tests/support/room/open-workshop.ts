import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/command/root.ts';

/** A workshop that the real command serves on this machine alone. */
export interface OpenWorkshop {
  /** Address of the control page, with its token. */
  readonly control: string;
  /** Address of the room for teams. */
  readonly teams: string;
  readonly word: string;
  readonly folder: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts `npm run workshop` on loopback, with a room of its own, over the built site. */
export async function openWorkshop(...args: readonly string[]): Promise<OpenWorkshop> {
  const folder = mkdtempSync(join(tmpdir(), 'checkathon-workshop-'));
  const always = ['--address', '127.0.0.1', '--port', '0', '--no-build', '--no-open', '--state', folder];
  const child = spawn(process.execPath, ['scripts/workshop.ts', ...always, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const find = (pattern: RegExp) => pattern.exec(said)?.[1];
  await new Promise<void>((opened, failed) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      if (/^Control\s+\S+\n/m.test(said)) opened();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => failed(new Error(`The workshop ended with ${code}: ${said}`)));
  });
  return {
    control: find(/^Control\s+(\S+)$/m) ?? '',
    teams: find(/^Teams open\s+(\S+)$/m) ?? '',
    word: find(/^Room word\s+(\S+)$/m) ?? '',
    folder,
    process: child,
    async stop() {
      const ended = child.exitCode === null ? new Promise((done) => child.once('exit', done)) : undefined;
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
