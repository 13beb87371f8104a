import { setFlagsFromString } from 'node:v8';
import type { CommandIo, Main } from './command-io.ts';
import { printIssue } from './print-issue.ts';
import { complain, printLines } from './print-text.ts';

/** The working folder, output and terminal of this process. */
export const PROCESS_IO: CommandIo = {
  cwd: process.cwd(),
  terminal: process.stderr.isTTY ? process.stderr : undefined,
  out: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
};

let endsWithFault = true;

/**
 * From now on neither an uncaught error nor a lost output ends the process: a server has other requests to answer.
 */
export function goOnAfterFaults(): void {
  endsWithFault = false;
}

export interface RunOptions {
  /**
   * Lets the heap grow to twice what is in use, for commands that write gigabytes and keep little. V8 alone lets it grow
   * fourfold: a million ads then peak at 1.64 GB instead of 0.99 GB, in the same time.
   */
  readonly smallHeap?: boolean;
}

/**
 * Runs a command as this process and sets its exit code. The process ends once nothing that the command opened is open.
 */
export async function runCommand(main: Main, { smallHeap = false }: RunOptions = {}): Promise<void> {
  if (smallHeap) setFlagsFromString('--heap-growing-percent=100');
  goOnWithoutStream();
  process.on('uncaughtException', (error: unknown) => {
    sayFault(error);
    if (endsWithFault) process.exit(1);
  });
  process.exitCode = await main(process.argv.slice(2), PROCESS_IO);
}

/**
 * Handles an output that can no longer be written: the disk is full, or its reader has closed the pipe. A command without
 * its answer ends. A server goes on, and says so once on the other output: a message about each line that is lost would
 * be lost as well, or never end.
 */
function goOnWithoutStream(): void {
  const lost = new Set<'stdout' | 'stderr'>();
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    const isFirst = !lost.has('stdout');
    lost.add('stdout');
    if (endsWithFault && code === 'EPIPE') process.exit(1);
    if (isFirst && !lost.has('stderr')) {
      const said = endsWithFault ? 'The answer cannot be written' : 'What is printed here can no longer be written';
      complain(PROCESS_IO, `${said}: the machine says ${code}.`);
    }
    if (endsWithFault) process.exit(1);
  });
  process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => {
    const isFirst = !lost.has('stderr');
    lost.add('stderr');
    if (!endsWithFault && isFirst && !lost.has('stdout'))
      printLines(PROCESS_IO, `Messages can no longer be written: the machine says ${code}. The server goes on.`);
  });
}

/** The last resort: prints an unforeseen error in one line, never as a stack trace. */
function sayFault(error: unknown): void {
  const said = error instanceof Error ? error.message : String(error);
  complain(PROCESS_IO, printIssue({ code: 'command.unforeseen', severity: 'error', path: [], params: { said } }));
}
