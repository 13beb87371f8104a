import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../builders/the-library.ts';

/** What became of one call of a command. */
export interface Called {
  readonly code: number | 'hangs' | 'died';
  readonly out: string;
  readonly said: string;
  readonly ms: number;
}

/** A command of `scripts/`, its arguments, and the folder in which it is called. */
export interface Call {
  readonly script: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/**
 * Makes these calls in turn, as far as it goes in one process, because each of them reads the library of the kit; a call
 * that hangs ends that process. `cwd` takes the lists of calls.
 */
export async function callInTurn(calls: readonly Call[], cwd: string, mostMs: number): Promise<Called[]> {
  const done: Called[] = [];
  while (done.length < calls.length) {
    const list = join(cwd, `calls-${done.length}.json`);
    const left = calls.slice(done.length).map((call) => ({ ...call, script: join(ROOT, 'scripts', call.script) }));
    writeFileSync(list, JSON.stringify(left));
    const last = await someCalls(list, cwd, mostMs, done);
    if (last && done.length < calls.length) done.push(last);
  }
  return done;
}

/** Adds the calls that ended, and gives what the last one came to where it did not end. */
function someCalls(list: string, cwd: string, mostMs: number, done: Called[]): Promise<Called | undefined> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run-in-turn.ts'), list], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let hangs = false;
  let said = '';
  const end = () => {
    hangs = true;
    child.kill('SIGKILL');
  };
  let waiting = setTimeout(end, mostMs);
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said = (said + part).slice(-20_000)));
  let unread = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    clearTimeout(waiting);
    waiting = setTimeout(end, mostMs);
    const lines = (unread + part).split('\n');
    unread = lines.pop() ?? '';
    for (const line of lines) done.push(JSON.parse(line) as Called);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(waiting);
      resolve(code === 0 ? undefined : { code: hangs ? 'hangs' : 'died', out: '', said, ms: hangs ? mostMs : 0 });
    });
  });
}
