import type { Issue, Parsed } from '#core/kernel/issue.ts';
import { printIssue, printSlip } from './print-issue.ts';
import { complain, complainLines, oneLine, printLines } from './print-text.ts';

/** How a command ends whose answer nobody takes: a full disk, or a reader such as `head` that has seen enough. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') complain(`The answer cannot be written: the machine says ${error.code}.`);
  process.exit(1);
});
let endsWithFault = true;
/** The last resort: a fault of ours is said in a line too, and never as a stack. */
process.on('uncaughtException', (error: unknown) => {
  const said = error instanceof Error ? error.message : String(error);
  complain(printIssue({ code: 'command.unforeseen', severity: 'error', path: [], params: { said } }));
  if (endsWithFault) process.exit(1);
});

/** From here on a fault is said and the command goes on: a server answers others too. */
export function goOnAfterFaults(): void {
  endsWithFault = false;
}

/** Reads the arguments of a command: `--help` prints the help and ends with 0, a bad argument is named and ends with 2. */
export function readArguments<Result extends { values: object }>(help: string, parse: () => Result): Result {
  const result = parsedOr(help, parse);
  if ('help' in result.values && result.values.help === true) {
    printLines(help);
    process.exit(0);
  }
  return result;
}

function parsedOr<Result>(help: string, parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    return badArgument(help, error instanceof Error ? error.message : String(error));
  }
}

/** Names the bad argument and ends with 2. */
export function badArgument(help: string, said: string): never {
  process.stderr.write(`${oneLine(said)}\n\n${help}\n`);
  process.exit(2);
}

/** The value, or every issue on its own line and the end with 1. */
export function orFail<Value>(parsed: Parsed<Value>): Value {
  return parsed.ok ? parsed.value : failWithIssues(parsed.issues);
}

/** What an argument names. That it names nothing is a bad argument, and whatever else is wrong with it an issue. */
export function fromArgument<Value>(help: string, said: string, parsed: Parsed<Value>): Value {
  if (!parsed.ok && parsed.issues.some(({ code }) => code === 'file.missing')) badArgument(help, said);
  return orFail(parsed);
}

/** Prints every issue, with its line as it should read where that is known, and ends with 1. */
export function failWithIssues(issues: readonly Issue[]): never {
  for (const issue of issues) complainLines(printSlip(issue));
  process.exit(1);
}
