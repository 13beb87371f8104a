import type { CommandIo, Main } from './command-io.ts';
import { printIssue } from './print-issue.ts';
import { complain } from './print-text.ts';

/** The folder, the answer and the terminal of this process. */
export const PROCESS_IO: CommandIo = {
  cwd: process.cwd(),
  terminal: process.stderr.isTTY ? process.stderr : undefined,
  out: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
};

let endsWithFault = true;

/** From here on a fault is said and the process goes on: a server answers others too. */
export function goOnAfterFaults(): void {
  endsWithFault = false;
}

/** Runs a command as this process. It ends when the command does, and whatever the command has left open. */
export async function runCommand(main: Main): Promise<void> {
  // A full disk, or a reader such as `head` that has seen enough: nobody takes the answer any more.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') complain(PROCESS_IO, `The answer cannot be written: the machine says ${error.code}.`);
    process.exit(1);
  });
  process.on('uncaughtException', (error: unknown) => {
    sayFault(error);
    if (endsWithFault) process.exit(1);
  });
  process.exitCode = await main(process.argv.slice(2), PROCESS_IO);
}

/** The last resort: a fault of ours is said in a line too, and never as a stack. */
function sayFault(error: unknown): void {
  const said = error instanceof Error ? error.message : String(error);
  complain(PROCESS_IO, printIssue({ code: 'command.unforeseen', severity: 'error', path: [], params: { said } }));
}
