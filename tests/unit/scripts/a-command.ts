import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { ROOT } from '../../support/builders/the-library.ts';
import { callCommand, type Ended } from '../../support/call-command.ts';

const folders: string[] = [];
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  // A packed room has some 200 MB, and a busy disk takes its time to delete several.
});

const ENVIRONMENT = { ...process.env, NODE_COMPILE_CACHE: join(ROOT, '.cache', 'node-compile') };

/** An empty folder outside the project, gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
  folders.push(folder);
  return folder;
}

/** Runs a command of the kit in this process, with another working folder. */
export const run = (script: string, args: readonly string[] = [], cwd = aFolder()): Promise<Ended> =>
  callCommand(script, args, cwd);

/** Runs a command as a separate process, for tests of process behaviour. */
export function runProcess(script: string, args: readonly string[] = [], cwd = aFolder()): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd, env: ENVIRONMENT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
    execFile(process.execPath, [join(ROOT, 'scripts', script), ...args], options, (error, out, said) => {
      resolve({ code: error ? Number(error.code) : 0, out, said });
    });
  });
}

/** Starts a command that runs until it is stopped. */
export function start(script: string, args: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [join(ROOT, 'scripts', script), ...args], { cwd, env: ENVIRONMENT });
  running.push(child);
  let unread = '';
  let arrived = () => {};
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    unread += part;
    arrived();
  });
  return {
    /** Waits until it has printed these words, and discards the output before them. */
    async says(words: string): Promise<void> {
      while (!unread.includes(words))
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      unread = unread.slice(unread.indexOf(words) + words.length);
    },
    /** Waits until it has printed what fits the pattern, and gives that. */
    async tells(pattern: RegExp): Promise<string> {
      for (;;) {
        const [told] = pattern.exec(unread) ?? [];
        if (told !== undefined) return told;
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      }
    },
    async end(): Promise<void> {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
    },
  };
}
