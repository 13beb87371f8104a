import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import type { Issue } from '#kernel/model/issue.ts';

/** One run of a tool: a line for the shell, with what it finds in its environment. */
export interface ToolRun {
  readonly line: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** The table that the tool writes; its size is watched while the tool runs. */
  readonly out: string;
  /** Seconds after which the tool is ended. */
  readonly limit: number;
  /** Ends the tool. */
  readonly signal: AbortSignal;
}

export interface ToolEnd {
  readonly seconds: number;
  /** Peak memory of the tool and its child processes in bytes, as sampled; null if not measured. */
  readonly peakBytes: number | null;
  /** Why there is no table: code and parameters of the issue. */
  readonly fault?: Pick<Issue, 'code' | 'params'>;
}

/** Maximum size of a table: a row of a market of the bench has a hundred characters at most. */
export const MAX_OUT_BYTES = 20_000_000;

/** Characters of its last words on stderr that a report shows. */
const MAX_SAID = 300;

/** Less than this no program holds; it is what is seen of one that is just starting, or has just ended. */
const MIN_BYTES = 1_000_000;

/** Milliseconds between two looks at memory and at the size of the table. */
const LOOK_EVERY = 50;

/** Milliseconds that a program which has left the group may hold stderr open. */
const LAST_WORDS = 500;

const ON_WINDOWS = process.platform === 'win32';

/**
 * Runs a tool to its end. It is ended with all programs that it has started if it takes longer than its limit, if its
 * table grows too large, or if the signal says so; a program that it leaves behind is ended too. What it prints is read
 * and dropped, but for its last words.
 */
export function runTool({ line, env, cwd, out, limit, signal }: ToolRun): Promise<ToolEnd> {
  const started = performance.now();
  const child = spawn(line, {
    cwd,
    env: { ...process.env, ...env },
    shell: true,
    // A group of its own: the keys that end this command do not reach the tool, and the group can be ended as a whole.
    detached: !ON_WINDOWS,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let [said, peakBytes] = ['', null as number | null];
  let fault: ToolEnd['fault'];
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said = (said + part).slice(-MAX_SAID);
  });
  const end = (why: ToolEnd['fault']) => {
    fault ??= why;
    endGroup(child);
  };
  const look = () => {
    const bytes = child.pid === undefined ? undefined : memoryOf(child.pid);
    if (bytes !== undefined && bytes > MIN_BYTES) peakBytes = Math.max(peakBytes ?? 0, bytes);
    if (sizeOf(out) > MAX_OUT_BYTES) end({ code: 'bench.table-too-large', params: { most: MAX_OUT_BYTES / 1e6 } });
  };
  const looking = setInterval(look, LOOK_EVERY);
  const waiting = setTimeout(() => end({ code: 'bench.time-limit', params: { limit } }), limit * 1000);
  const stop = () => end({ code: 'bench.stopped', params: {} });
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  look();
  return new Promise((resolve) => {
    const finish = (failed: ToolEnd['fault']) => {
      clearInterval(looking);
      clearTimeout(waiting);
      signal.removeEventListener('abort', stop);
      const seconds = (performance.now() - started) / 1000;
      const why = fault ?? failed;
      resolve({ seconds, peakBytes, ...(why && { fault: why }) });
    };
    child.once('error', ({ message }) => finish({ code: 'bench.not-started', params: { said: message } }));
    child.once('exit', (code, by) => {
      // With the whole group at its end, the last words on stderr arrive, and then it is closed.
      endGroup(child);
      const ended = () => ({ code: 'bench.tool-failed', params: { ended: code ?? by ?? '?', said: said.trim() } });
      const late = setTimeout(() => child.stderr.destroy(), LAST_WORDS);
      child.once('close', () => {
        clearTimeout(late);
        finish(code === 0 ? undefined : ended());
      });
    });
  });
}

/** Ends the tool and all that it started; there may be nothing left to end. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (ON_WINDOWS) spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
  else
    try {
      process.kill(-pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
}

/** Resident memory of a program and of those that it has started, in bytes; undefined where /proc does not tell. */
function memoryOf(pid: number): number | undefined {
  try {
    const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const started = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').match(/\d+/g) ?? [];
    return kilobytes * 1024 + started.reduce((sum, child) => sum + (memoryOf(Number(child)) ?? 0), 0);
  } catch {
    // Another system, or a program that has just ended.
    return undefined;
  }
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
